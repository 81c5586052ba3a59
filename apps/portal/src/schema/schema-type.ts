import type { Json, JsonObject } from '@penstock/model'
import { listOf, objectOf } from '../openapi/read.ts'
import { partsOf, said } from './schema-parts.ts'
import { follow, type Schemas } from './schema-ref.ts'

/** The type of a schema in words: "string · date-time", "list of integer or null", "one of string, object". */
export function typeOf(schema: Json, schemas: Schemas, depth = 0): string {
  if (schema === false) return 'nothing'
  const found = follow(schema, schemas)
  if (found.missing !== null) return found.name ?? 'any'
  const { parts } = partsOf(schema, schemas)
  const words = baseType(parts, schemas, depth)
  return isNullable(parts) && !/\bnull$/.test(words) ? `${words} or null` : words
}

function baseType(parts: readonly JsonObject[], schemas: Schemas, depth: number): string {
  const value = said(parts, 'const')
  if (value !== undefined) return JSON.stringify(value)
  const type = said(parts, 'type')
  const names = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string')
  const options = listOf(said(parts, 'oneOf') ?? said(parts, 'anyOf')).filter(
    (option) => objectOf(option)?.['type'] !== 'null',
  )
  if (options.length > 0 && (names.length === 0 || names[0] === 'object'))
    return oneOf(options, schemas, depth)
  const concrete = names.filter((name) => name !== 'null')
  if (concrete.length === 0) concrete.push(impliedType(parts))
  const words = concrete.map((name) => (name === 'array' ? listType(parts, schemas, depth) : name))
  const format = said(parts, 'format')
  return words.join(' or ') + (typeof format === 'string' ? ` · ${format}` : '')
}

function listType(parts: readonly JsonObject[], schemas: Schemas, depth: number): string {
  const items = said(parts, 'items')
  if (items === undefined || Array.isArray(items) || depth > 3) return 'list'
  return `list of ${typeOf(items, schemas, depth + 1)}`
}

function oneOf(options: readonly Json[], schemas: Schemas, depth: number): string {
  if (depth > 2) return 'one of several'
  const words = [...new Set(options.map((option) => typeOf(option, schemas, depth + 1)))]
  if (words.length === 1) return options.length === 1 ? words[0]! : `one of ${options.length}: ${words[0]}`
  return words.length > 4 ? `one of ${options.length}` : `one of ${words.join(', ')}`
}

/** Descriptions often leave the type out where the other words say it. */
function impliedType(parts: readonly JsonObject[]): string {
  if (said(parts, 'properties') ?? said(parts, 'additionalProperties')) return 'object'
  if (said(parts, 'items')) return 'array'
  const [first] = listOf(said(parts, 'enum'))
  return first === undefined || first === null ? 'any' : typeof first
}

/** `nullable` (3.0), `x-nullable` (2.0), a type list or an alternative with null (3.1). */
function isNullable(parts: readonly JsonObject[]): boolean {
  if (parts[0]?.['nullable'] === true || parts[0]?.['x-nullable'] === true) return true
  return parts.some(
    (part) =>
      listOf(part['type']).includes('null') ||
      [...listOf(part['oneOf']), ...listOf(part['anyOf'])].some((one) => objectOf(one)?.['type'] === 'null'),
  )
}
