import type { Json, JsonObject } from '@penstock/model'
import { isObject } from '../is-object.ts'
import type { Draft } from './drafts.ts'
import { assertions, readPattern } from './keywords.ts'

export interface Reading {
  readonly draft: Draft
  /** Amazon's gateway holds `readOnly` members to `required` and knows the formats of draft 4 alone (aws-semantics §1.7). */
  readonly amazon: boolean
  /** The key of the schema that a `$ref` leads to; undefined when it leads nowhere. */
  resolve(ref: string): string | undefined
  readonly found: (problem: string) => void
}

const formatsOfDraft4 = new Set<Json | undefined>([
  'date-time',
  'email',
  'hostname',
  'host-name',
  'ipv4',
  'ipv6',
  'regex',
  'uri',
])

/**
 * A schema of any draft as one of 2020-12 that means the same, with nothing in it that judges no value: titles,
 * descriptions, examples and what no draft knows are gone, and every `$ref` is a key of the bundle's schemas. So the
 * gateway needs one engine, and differences that mean nothing make no other bundle. Never throws: what can't be read
 * is left out and told.
 */
export function normalise(schema: Json, reading: Reading): boolean | JsonObject {
  if (typeof schema === 'boolean') return schema
  if (!isObject(schema)) return true
  const ref = schema['$ref'] ?? schema['$dynamicRef'] ?? schema['$recursiveRef']
  if (typeof ref === 'string' && reading.draft !== 2020) return nullable(schema, reference(ref, reading))
  const out: JsonObject = typeof ref === 'string' ? reference(ref, reading) : {}
  readAssertions(schema, reading, out)
  readBounds(schema, out)
  readApplicators(schema, reading, out)
  readItems(schema, reading, out)
  readDependencies(schema, reading, out)
  return nullable(schema, out)
}

function reference(ref: string, reading: Reading): JsonObject {
  const key = reading.resolve(ref)
  if (key !== undefined) return { $ref: key }
  reading.found(`"${ref}" leads nowhere`)
  return {}
}

function readAssertions(schema: JsonObject, reading: Reading, out: JsonObject): void {
  for (const [name, { since = 4, read }] of Object.entries(assertions)) {
    const written = schema[name]
    if (written === undefined || reading.draft < since) continue
    const value = read(written, reading.found)
    if (value !== undefined) out[name] = value
  }
  if (reading.amazon && !formatsOfDraft4.has(out['format'])) delete out['format']
  if (!reading.amazon) dropReadOnly(schema, out)
}

/** OpenAPI: what is `readOnly` is required of answers alone. */
function dropReadOnly(schema: JsonObject, out: JsonObject): void {
  const { properties } = schema
  if (!Array.isArray(out['required']) || !isObject(properties)) return
  const required = out['required'].filter((name) => {
    const member = typeof name === 'string' && Object.hasOwn(properties, name) ? properties[name] : undefined
    return !isObject(member) || member['readOnly'] !== true
  })
  if (required.length > 0) out['required'] = required
  else delete out['required']
}

/** A boolean beside a bound (draft 4), or a bound of its own (since 6). */
function readBounds(schema: JsonObject, out: JsonObject): void {
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    const said = schema[exclusive]
    if (typeof said === 'number') out[exclusive] = said
    if (said !== true || out[bound] === undefined) continue
    out[exclusive] = out[bound]
    delete out[bound]
  }
}

/** Keywords that hold one schema, and the first draft that knows them. */
const single = new Map<string, Draft>([
  ['additionalProperties', 4],
  ['not', 4],
  ['contains', 7],
  ['propertyNames', 7],
  ['if', 7],
  ['then', 7],
  ['else', 7],
  ['unevaluatedItems', 2020],
  ['unevaluatedProperties', 2020],
])
const lists = ['allOf', 'anyOf', 'oneOf'] as const
const maps: Readonly<Record<string, Draft>> = { properties: 4, patternProperties: 4, dependentSchemas: 2020 }

function readApplicators(schema: JsonObject, reading: Reading, out: JsonObject): void {
  for (const [name, since] of single) {
    const held = schema[name]
    if (reading.draft >= since && isSchema(held)) out[name] = normalise(held, reading)
  }
  // They judge nothing without it, and the engine would say so.
  if (out['if'] === undefined) {
    delete out['then']
    delete out['else']
  }
  for (const name of lists) {
    const held = schema[name]
    if (!Array.isArray(held)) continue
    const schemas = held.filter(isSchema).map((each) => normalise(each, reading))
    if (schemas.length > 0) out[name] = schemas
  }
  for (const [name, since] of Object.entries(maps)) {
    const held = schema[name]
    if (reading.draft < since || !isObject(held)) continue
    const members = Object.entries(held).filter(
      ([key, each]) =>
        isSchema(each) && (name !== 'patternProperties' || readPattern(key, reading.found) !== undefined),
    )
    if (members.length > 0)
      out[name] = Object.fromEntries(members.map(([key, each]) => [key, normalise(each, reading)]))
  }
}

/** A list of schemas, one for each place, is `prefixItems` since 2020, and `additionalItems` is what `items` is now. */
function readItems(schema: JsonObject, reading: Reading, out: JsonObject): void {
  const { items, prefixItems, additionalItems } = schema
  const places = Array.isArray(items) ? items : reading.draft === 2020 ? prefixItems : undefined
  if (Array.isArray(places) && places.length > 0)
    out['prefixItems'] = places.map((each) => (isSchema(each) ? normalise(each, reading) : true))
  const others = Array.isArray(items) ? additionalItems : items
  if (isSchema(others)) out['items'] = normalise(others, reading)
}

/** Of drafts before 2019; each names members, or is a schema. */
function readDependencies(schema: JsonObject, reading: Reading, out: JsonObject): void {
  const { dependencies } = schema
  if (!isObject(dependencies)) return
  const required: JsonObject = {}
  const schemas: JsonObject = {}
  for (const [name, dependency] of Object.entries(dependencies)) {
    if (Array.isArray(dependency)) required[name] = dependency.filter((each) => typeof each === 'string')
    else if (isSchema(dependency)) schemas[name] = normalise(dependency, reading)
  }
  if (Object.keys(required).length > 0) out['dependentRequired'] = required
  if (Object.keys(schemas).length > 0) out['dependentSchemas'] = schemas
}

/** OpenAPI 3.0's `nullable`, which belongs to a `type`; beside anything else it is read as its author meant it. */
function nullable(schema: JsonObject, out: JsonObject): JsonObject {
  if (schema['nullable'] !== true && schema['x-nullable'] !== true) return out
  const { type } = out
  if (type !== undefined && out['enum'] === undefined && lists.every((name) => out[name] === undefined)) {
    const types = Array.isArray(type) ? type : [type]
    return { ...out, type: types.includes('null') ? types : [...types, 'null'] }
  }
  return Object.keys(out).length === 0 ? out : { anyOf: [{ type: 'null' }, out] }
}

function isSchema(value: Json | undefined): value is Json {
  return typeof value === 'boolean' || isObject(value)
}
