import type { Json } from '@penstock/model'
import { objectOf, type Parameter } from '../openapi/read.ts'

type Pair = readonly [name: string, value: string]

/**
 * A typed-in value as it goes into the path, `style: simple` (OpenAPI 3.1, Parameter Object). `{name+}` takes the rest of
 * the path, slashes and all.
 */
export function pathValue(parameter: Parameter, text: string): string {
  const greedy = parameter.name.endsWith('+')
  const encode = (one: string) => encodeURIComponent(one)
  if (greedy) return text.split('/').map(encode).join('/')
  return isList(parameter) ? listIn(text).map(encode).join(',') : encode(text)
}

/** A typed-in value as the pairs of a query string, by style and explode; not encoded yet. */
export function queryPairs(parameter: Parameter, text: string): Pair[] {
  const { name, mediaType, style, explode } = parameter
  const object = mediaType === null ? typedObject(parameter, text) : null
  if (object) {
    const members = Object.entries(object).map(([key, value]) => [key, wordOf(value)] as const)
    if (style === 'deepObject') return members.map(([key, value]) => [`${name}[${key}]`, value])
    return explode === false ? [[name, members.flat().join(',')]] : members
  }
  if (mediaType !== null || !isList(parameter)) return [[name, text]]
  const items = listIn(text)
  if (style === 'deepObject') return items.map((item) => [`${name}[]`, item])
  if (explode ?? style !== 'spaceDelimited') {
    if (style !== 'pipeDelimited') return items.map((item) => [name, item])
  }
  const between = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ','
  return [[name, items.join(between)]]
}

/** A typed-in value as a header or a cookie. */
export function headerValue(parameter: Parameter, text: string): string {
  return isList(parameter) ? listIn(text).join(',') : text
}

export function isList({ schema }: Pick<Parameter, 'schema'>): boolean {
  const type = objectOf(schema)?.['type']
  return type === 'array' || (Array.isArray(type) && type.includes('array'))
}

export function isObject({ schema }: Pick<Parameter, 'schema'>): boolean {
  const object = objectOf(schema)
  return object?.['type'] === 'object' || object?.['properties'] !== undefined
}

function listIn(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** Objects are typed as JSON. Anything else is sent as it was typed: the API says best what is wrong with it. */
function typedObject(parameter: Parameter, text: string): Record<string, Json> | null {
  if (!isObject(parameter) && parameter.style !== 'deepObject') return null
  try {
    return objectOf(JSON.parse(text) as Json)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    return null
  }
}

/** A value as people type it: strings without quotes, everything else as JSON. */
export function wordOf(value: Json): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.map(String).join(', ')
  return JSON.stringify(value)
}
