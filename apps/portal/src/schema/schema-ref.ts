import type { Json } from '@penstock/model'
import { objectOf } from '../openapi/read.ts'

/** Schemas that are here, by their name in the description. */
export type Schemas = Readonly<Record<string, Json>>

export interface SchemaRef {
  readonly name: string
  /** The way inside that schema. */
  readonly rest: readonly string[]
}

const pointer = /^#\/(?:components\/schemas|definitions)\/(.+)$/
const amazon = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\/([^/#]+)$/

/** The schema that a `$ref` names: in OpenAPI 3, in Swagger 2.0, or as Amazon writes it. */
export function readSchemaRef(ref: string): SchemaRef | null {
  const path = pointer.exec(ref)?.[1] ?? amazon.exec(ref)?.[1]
  if (path === undefined) return null
  const [name, ...rest] = path.split('/').map(decode)
  return { name: name!, rest }
}

function decode(token: string): string {
  let text = token
  try {
    text = decodeURIComponent(token)
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~')
}

export interface Found {
  /** What stands at the end of the references. */
  readonly schema: Json
  /** Name of the schema that was reached, null when there was no reference. */
  readonly name: string | null
  /** Name of a schema that is not here and has to be asked for; null when all are. */
  readonly missing: string | null
}

/** Follows references until a schema is reached that is none. Those that go in a circle end as an empty schema. */
export function follow(schema: Json, schemas: Schemas): Found {
  let current = schema
  let name: string | null = null
  const seen = new Set<string>()
  for (;;) {
    const ref = objectOf(current)?.['$ref']
    if (typeof ref !== 'string') return { schema: current, name, missing: null }
    const target = readSchemaRef(ref)
    if (!target || seen.has(ref)) return { schema: {}, name: target?.name ?? name, missing: null }
    seen.add(ref)
    name = target.rest.length === 0 ? target.name : name
    if (!Object.hasOwn(schemas, target.name)) return { schema: {}, name: target.name, missing: target.name }
    current = inside(schemas[target.name]!, target.rest)
  }
}

function inside(schema: Json, rest: readonly string[]): Json {
  let value: Json | undefined = schema
  for (const token of rest)
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, token)
        ? (value as Record<string, Json>)[token]
        : undefined
  return value ?? {}
}
