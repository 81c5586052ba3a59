import type { Json, JsonObject } from '@penstock/model'
import { listOf, objectOf } from '../openapi/read.ts'
import { follow, type Schemas } from './schema-ref.ts'

/** A schema together with everything that it takes over by `allOf`. */
export interface SchemaParts {
  /** The schema itself first. Empty for `true`, `false` and schemas that are not here. */
  readonly parts: readonly JsonObject[]
  /** The name it goes by, when it was referred to. */
  readonly name: string | null
  /** Schemas that are not here yet. */
  readonly missing: readonly string[]
}

export function partsOf(schema: Json, schemas: Schemas): SchemaParts {
  const parts: JsonObject[] = []
  const missing: string[] = []
  const seen = new Set<Json>()
  const visit = (one: Json) => {
    const found = follow(one, schemas)
    if (found.missing !== null) missing.push(found.missing)
    const object = objectOf(found.schema)
    if (!object || seen.has(object)) return
    seen.add(object)
    if (found.missing === null) parts.push(object)
    for (const member of listOf(object['allOf'])) visit(member)
  }
  visit(schema)
  return { parts, missing, name: follow(schema, schemas).name }
}

/** The first part that says something of this. */
export function said(parts: readonly JsonObject[], key: string): Json | undefined {
  return parts.find((part) => part[key] !== undefined)?.[key]
}
