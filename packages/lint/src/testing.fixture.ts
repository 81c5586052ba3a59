import {
  applyDiff,
  type Api,
  type ApiRecord,
  type Definition,
  definitionOf,
  type Diagnostic,
  type Integration,
  type JsonObject,
  type Method,
} from '@penstock/model'
import { fixOf } from './fixes.ts'
import { lint, type LintOptions } from './linter.ts'

/** `GET /pets/{id}` on an HTTP service: nothing to find fault with. Records with the same id replace these. */
export function pets(...more: ApiRecord[]): Definition {
  return definitionOf([
    { kind: 'api', id: 'api_1', name: 'Pets' },
    { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
    { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets' },
    { kind: 'resource', id: 'res_pet', parent: 'res_pets', pathPart: '{id}' },
    get(),
    service(),
    ...more,
  ])
}

export function api(fields: Partial<Api> = {}): Api {
  return { kind: 'api', id: 'api_1', name: 'Pets', ...fields }
}

export const aws = (fields: Partial<Api> = {}) => api({ compatibility: 'aws', ...fields })

/** The method of the fixture, with some fields of its own. */
export function get(fields: Partial<Method> = {}): Method {
  return {
    kind: 'method',
    id: 'met_get',
    resource: 'res_pet',
    httpMethod: 'GET',
    operationId: 'getPet',
    summary: 'A pet',
    integration: 'int_1',
    ...fields,
  }
}

/** The integration of the fixture, with some fields of its own. */
export function service(fields: Partial<Integration> = {}): Integration {
  return { kind: 'integration', id: 'int_1', type: 'http_proxy', uri: 'https://pets.example/{id}', ...fields }
}

/** One that maps its answers, with a default. */
export function mapped(fields: Partial<Integration> = {}): Integration {
  return service({ type: 'http', responses: { default: { statusCode: '200' } }, ...fields })
}

export function resource(id: string, parent: string, pathPart: string): ApiRecord {
  return { kind: 'resource', id, parent, pathPart }
}

export function model(name: string, schema: JsonObject): ApiRecord {
  return { kind: 'model', id: `mod_${name}`, name, schema }
}

export function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` }
}

/** The fixture with a model that its method answers. */
export function answering(schema: JsonObject, ...more: ApiRecord[]): Definition {
  const content = { 'application/json': { schema: ref('Pet') } }
  return pets(model('Pet', schema), get({ responses: { 200: { description: 'ok', content } } }), ...more)
}

export function found(definition: Definition, rule: string, options?: LintOptions): Diagnostic[] {
  return lint(definition, options).filter(({ code }) => code === rule)
}

/** The definition after the quick fix of the first thing that a rule finds. */
export function fixed(definition: Definition, rule: string): Definition {
  const [first] = found(definition, rule)
  if (!first) throw new Error(`${rule} finds nothing to fix.`)
  return applyDiff(definition, fixOf(rule)!.apply(definition, first))
}
