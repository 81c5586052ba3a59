import type { Json, JsonObject } from '@penstock/model'
import { put } from '../json.ts'
import type { Lost } from './convert-document.ts'

/** A schema of OpenAPI 3.0 by the rules of 3.1 (JSON Schema 2020-12). */
export function schemaTo31(schema: JsonObject): Json {
  const { nullable, exclusiveMinimum, exclusiveMaximum, example, ...rest } = schema
  const out: JsonObject = rest
  limitTo31(out, 'minimum', 'exclusiveMinimum', exclusiveMinimum)
  limitTo31(out, 'maximum', 'exclusiveMaximum', exclusiveMaximum)
  if (example !== undefined) {
    if ('examples' in out) out['example'] = example
    else out['examples'] = [example]
  }
  if (nullable !== true) return out
  if (typeof out['type'] === 'string') {
    out['type'] = [out['type'], 'null']
    if (Array.isArray(out['enum']) && !out['enum'].includes(null)) out['enum'] = [...out['enum'], null]
    return out
  }
  // Without a type, null is one of the alternatives; what refers to another schema stays whole.
  return Object.keys(out).length === 0 ? out : { anyOf: [out, { type: 'null' }] }
}

function limitTo31(out: JsonObject, limit: string, exclusive: string, value: Json | undefined) {
  if (value === true && typeof out[limit] === 'number') {
    out[exclusive] = out[limit]
    delete out[limit]
  } else if (typeof value === 'number') out[exclusive] = value
}

const unknownTo30 = [
  'if',
  'then',
  'else',
  'prefixItems',
  'patternProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
  '$defs',
  'contains',
  'minContains',
  'maxContains',
  'dependentSchemas',
  'dependentRequired',
  'propertyNames',
  '$id',
  '$schema',
  '$anchor',
  '$dynamicRef',
  '$dynamicAnchor',
  '$comment',
  'contentMediaType',
  'contentEncoding',
  'contentSchema',
]

/** A schema of OpenAPI 3.1 in the words of 3.0. */
export function schemaTo30(schema: JsonObject, pointer: string, lost: Lost): Json {
  const out: JsonObject = {}
  for (const key of Object.keys(schema)) put(out, key, schema[key]!)
  for (const key of unknownTo30) {
    if (!Object.hasOwn(out, key)) continue
    lost(`${pointer}/${key}`, key, 'OpenAPI 3.0')
    delete out[key]
  }
  limitTo30(out, 'minimum', 'exclusiveMinimum')
  limitTo30(out, 'maximum', 'exclusiveMaximum')
  if (Array.isArray(out['examples'])) {
    const [example] = out['examples']
    delete out['examples']
    if (example !== undefined && !('example' in out)) out['example'] = example
  }
  if (Object.hasOwn(out, 'const')) {
    out['enum'] = [out['const']!]
    delete out['const']
  }
  for (const key of ['items', 'not'])
    if (typeof out[key] === 'boolean') out[key] = out[key] ? {} : { not: {} }
  typeTo30(out)
  return nullAlternativeTo30(out)
}

function limitTo30(out: JsonObject, limit: string, exclusive: string) {
  if (typeof out[exclusive] !== 'number') return
  out[limit] = out[exclusive]
  out[exclusive] = true
}

function typeTo30(out: JsonObject) {
  const { type } = out
  if (type === 'null') {
    delete out['type']
    out['nullable'] = true
    out['enum'] = [null]
  }
  if (!Array.isArray(type)) return
  const types = type.filter((name) => name !== 'null')
  if (types.length < type.length) out['nullable'] = true
  if (types.length === 1) out['type'] = types[0]!
  else {
    delete out['type']
    if (types.length > 1 && !('anyOf' in out)) out['anyOf'] = types.map((name) => ({ type: name }))
  }
}

/** `anyOf: [X, {type: null}]` is how 3.1 says nullable. The null schema has been turned by now. */
function nullAlternativeTo30(out: JsonObject): JsonObject {
  for (const key of ['anyOf', 'oneOf']) {
    const list = out[key]
    if (!Array.isArray(list)) continue
    const others = list.filter((item) => !isNullSchema(item))
    if (others.length === list.length) continue
    const { [key]: _, ...rest } = out
    const [only] = others
    if (others.length === 1 && Object.keys(rest).length === 0 && isPlain(only))
      return { ...only, nullable: true }
    return { ...rest, [key]: others, nullable: true }
  }
  return out
}

function isNullSchema(value: Json): boolean {
  if (!isPlain(value) || value['nullable'] !== true || !Array.isArray(value['enum'])) return false
  return value['enum'].length === 1 && value['enum'][0] === null
}

function isPlain(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('$ref' in value)
}
