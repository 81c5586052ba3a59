import fc from 'fast-check'
import type { ApiRecord, Definition } from './index.ts'

const ids = fc.constantFrom(
  'met_a',
  'met_b',
  'mod_c',
  'ups_d',
  'res_e',
  '__proto__',
  'constructor',
  '0',
  'int_f',
)
const json = fc.jsonValue({ maxDepth: 3 })
const text = fc.string({ maxLength: 4 })
const rest = fc.option(fc.dictionary(text, json, { maxKeys: 2 }), { nil: undefined })

const bodies = fc.oneof(
  fc.record({ kind: fc.constant('model' as const), name: text, schema: json }),
  fc.record({ kind: fc.constant('upstream' as const), name: text, url: fc.webUrl(), rest }),
  fc.record(
    {
      kind: fc.constant('route' as const),
      routeKey: fc.oneof(fc.constantFrom('$connect', '$default', 'join'), text),
      routeResponse: fc.boolean(),
      apiKeyRequired: fc.boolean(),
      integration: ids,
      rest,
    },
    { requiredKeys: ['kind', 'routeKey'] },
  ),
  fc.record(
    {
      kind: fc.constant('method' as const),
      resource: fc.constant('res_e'),
      httpMethod: fc.constantFrom('GET' as const, 'POST' as const),
      apiKeyRequired: fc.boolean(),
      authorizationType: fc.constantFrom('NONE' as const, 'AWS_IAM' as const),
      tags: fc.array(text, { maxLength: 2 }),
      rest,
    },
    { requiredKeys: ['kind', 'resource', 'httpMethod'] },
  ),
)

/** Any record, with awkward ids and members that equal their defaults. */
export const anyRecord: fc.Arbitrary<ApiRecord> = fc
  .tuple(ids, bodies)
  .map(([id, body]) => ({ ...body, id }) as ApiRecord)

export const anyDefinition: fc.Arbitrary<Definition> = fc
  .array(anyRecord, { maxLength: 8 })
  .map((records) => new Map(records.map((record) => [record.id, record])))

/** The same JSON with its keys in another order. */
export function shuffledKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(shuffledKeys) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, member]) => [key, shuffledKeys(member)])) as T
}
