import { type Json, type JsonObject, parseRef } from '@penstock/model'

/** The types that a property can be given. */
export const propertyTypes = ['string', 'integer', 'number', 'boolean', 'object', 'array'] as const
export type PropertyType = (typeof propertyTypes)[number]

/** What a schema is, as far as that is told in a few words. */
export interface SchemaShape {
  /** "string", "list of string, or null", "all of 2 schemas"; never empty. */
  readonly words: string
  /** The type that can be changed for another one; null where the schema is more than a type. */
  readonly type: PropertyType | null
  /** Names of the models that it is made of, each once. */
  readonly models: readonly string[]
}

const mixes = [
  ['allOf', 'all of'],
  ['anyOf', 'any of'],
  ['oneOf', 'one of'],
] as const

export function shapeOf(schema: Json | undefined): SchemaShape {
  if (schema === undefined || schema === true) return plain('any value')
  if (schema === false) return plain('no value')
  if (!isObject(schema)) return plain('no schema')
  const ref = schema['$ref']
  if (typeof ref === 'string') {
    const target = parseRef(ref)
    const isModel = target?.section === 'schemas' && target.rest.length === 0
    return { words: isModel ? target.name : ref, type: null, models: isModel ? [target.name] : [] }
  }
  for (const [keyword, words] of mixes) {
    const parts = schema[keyword]
    if (!Array.isArray(parts)) continue
    const models = parts.flatMap((part) => shapeOf(part).models)
    const [only] = parts
    // One schema in `allOf` is that with words of its own, as OpenAPI 3.0 has them.
    const said =
      parts.length === 1
        ? shapeOf(only).words
        : `${words} ${parts.length === models.length ? models.join(', ') : `${parts.length} schemas`}`
    return { words: said, type: null, models: [...new Set(models)] }
  }
  return typed(schema)
}

/** Whether it is an object whose properties stand in it, and nothing else says what they are. */
export function isPlainObject(schema: Json | undefined): schema is JsonObject {
  if (!isObject(schema)) return false
  if ('$ref' in schema || mixes.some(([keyword]) => keyword in schema) || 'not' in schema || 'if' in schema)
    return false
  const { properties } = schema
  if (properties !== undefined && !isObject(properties)) return false
  const { type } = typed(schema)
  return type === 'object' || (schema['type'] === undefined && properties !== undefined)
}

function typed(schema: JsonObject): SchemaShape {
  const { type: said, nullable } = schema
  const types = (Array.isArray(said) ? said : [said]).filter((each) => typeof each === 'string')
  const named = types.filter((each) => each !== 'null')
  const isNullable = named.length < types.length || nullable === true
  const orNull = (words: string) => (isNullable ? `${words}, or null` : words)
  const { enum: values } = schema
  const items = shapeOf(schema['items'])
  const [one] = named
  const type = named.length === 1 ? (propertyTypes.find((each) => each === one) ?? null) : null
  const base =
    Array.isArray(values) && values.length > 0
      ? `${one ?? 'value'}: ${values.slice(0, mostNamed).map(String).join(', ')}${values.length > mostNamed ? ', …' : ''}`
      : named.length === 0
        ? 'any value'
        : type === 'array'
          ? `list of ${items.words}`
          : named.join(' or ')
  const format = schema['format']
  const words = orNull(typeof format === 'string' ? `${base} (${format})` : base)
  return { words, type, models: type === 'array' ? items.models : [] }
}

/** Values of an enum that are named. */
const mostNamed = 6

function plain(words: string): SchemaShape {
  return { words, type: null, models: [] }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
