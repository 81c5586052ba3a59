import {
  type ApiRecord,
  type Definition,
  definitionOf,
  type Integration,
  type JsonObject,
  type Method,
} from '@penstock/model'

/** A small API: `GET /pets` served by the given integration. Other records replace those with the same id. */
export function petApi(
  integration: Partial<Integration>,
  method: Partial<Method> = {},
  ...more: ApiRecord[]
): Definition {
  return definitionOf([
    { kind: 'api', id: 'api_1', name: 'pets' },
    { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
    { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets' },
    {
      kind: 'method',
      id: 'met_list',
      resource: 'res_pets',
      httpMethod: 'GET',
      integration: 'int_1',
      ...method,
    },
    { kind: 'integration', id: 'int_1', type: 'mock', ...integration },
    ...more,
  ])
}

/** The same, answered from examples, with these responses. */
export function mocked(responses: Record<string, JsonObject>, ...more: ApiRecord[]): Definition {
  return petApi({ fromExamples: true }, { responses }, ...more)
}

/** The same JSON with its keys in another order. */
export function shuffledKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(shuffledKeys) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, member]) => [key, shuffledKeys(member)])) as T
}
