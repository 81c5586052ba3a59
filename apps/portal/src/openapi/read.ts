import type { Json, JsonObject } from '@penstock/model'

/** What descriptions say, read leniently: a member of another type than expected counts as absent. */
export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export function objectOf(value: Json | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie'

export interface Parameter {
  readonly name: string
  readonly place: ParameterPlace
  readonly required: boolean
  readonly deprecated: boolean
  readonly description: string | null
  readonly schema: Json
  readonly style: string | null
  readonly explode: boolean | null
  /** Set when the value is written in a media type of its own, e.g. JSON in a query string. */
  readonly mediaType: string | null
  readonly example: Json | undefined
}

const places: readonly string[] = ['path', 'query', 'header', 'cookie']

/** Parameters in the order of the path, then as described. Parts of the path that nobody described are added. */
export function readParameters(described: readonly JsonObject[], path: string): Parameter[] {
  const read = described.flatMap((one) => readParameter(one) ?? [])
  const inPath = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!)
  const fromPath = inPath.map(
    (name) =>
      read.find((one) => one.place === 'path' && one.name === name) ??
      plain(name, 'path', { type: 'string' }),
  )
  return [...fromPath, ...read.filter(({ place }) => place !== 'path')]
}

function readParameter(value: JsonObject): Parameter | null {
  const { name, in: place } = value
  if (typeof name !== 'string' || typeof place !== 'string' || !places.includes(place)) return null
  const [media] = readContent(value['content'])
  const schema = value['schema'] ?? media?.schema ?? {}
  return {
    ...plain(name, place as ParameterPlace, schema),
    required: place === 'path' || value['required'] === true,
    deprecated: value['deprecated'] === true,
    description: textOf(value['description']),
    style: textOf(value['style']),
    explode: typeof value['explode'] === 'boolean' ? value['explode'] : null,
    mediaType: media?.type ?? null,
    example:
      value['example'] ?? firstExample(value['examples']) ?? media?.examples[0]?.value ?? exampleIn(schema),
  }
}

function plain(name: string, place: ParameterPlace, schema: Json): Parameter {
  return {
    name,
    place,
    required: true,
    deprecated: false,
    description: null,
    schema,
    style: null,
    explode: null,
    mediaType: null,
    example: undefined,
  }
}

export interface NamedExample {
  readonly name: string
  readonly summary: string | null
  readonly value: Json
}

export interface Media {
  readonly type: string
  readonly schema: Json | undefined
  readonly examples: readonly NamedExample[]
}

/** The `content` of a request body or a response, in the order of the description. */
export function readContent(value: Json | undefined): Media[] {
  return Object.entries(objectOf(value) ?? {}).map(([type, member]) => {
    const media = objectOf(member) ?? {}
    return { type, schema: media['schema'], examples: examplesOf(media) }
  })
}

function examplesOf(media: JsonObject): NamedExample[] {
  const named = Object.entries(objectOf(media['examples']) ?? {}).flatMap(([name, member]) => {
    const example = objectOf(member)
    const value = example?.['value']
    return value === undefined ? [] : [{ name, summary: textOf(example?.['summary']), value }]
  })
  if (named.length > 0) return named
  const value = media['example'] ?? exampleIn(media['schema'] ?? {})
  return value === undefined ? [] : [{ name: 'example', summary: null, value }]
}

function firstExample(value: Json | undefined): Json | undefined {
  const [first] = Object.values(objectOf(value) ?? {})
  return objectOf(first)?.['value']
}

/** `example` (3.0) or the first of `examples` (3.1) of a schema. */
function exampleIn(schema: Json): Json | undefined {
  const object = objectOf(schema)
  return object?.['example'] ?? listOf(object?.['examples'])[0]
}
