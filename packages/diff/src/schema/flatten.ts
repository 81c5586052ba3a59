import { type Definition, type Json, type JsonObject, resolveRef } from '@penstock/model'
import { isObject } from '../json.ts'

const maxHops = 16

/** The schema that a value stands for: references followed, `true` and `false` spelled out. Undefined: leads nowhere. */
export function schemaOf(value: Json | undefined, definition: Definition): JsonObject | undefined {
  let current = value
  for (let hops = 0; hops < maxHops; hops++) {
    if (current === undefined || current === true) return current === undefined && hops > 0 ? undefined : {}
    if (current === false) return { not: {} }
    if (!isObject(current)) return undefined
    if (typeof current['$ref'] !== 'string') return current
    current = resolveRef(definition, current['$ref'])
  }
  return undefined
}

/** One schema that says what it and the members of its `allOf` say, as far as properties and simple keywords go. */
export function flatten(schema: JsonObject, definition: Definition, depth = 0): JsonObject {
  const parts = schema['allOf']
  if (!Array.isArray(parts) || depth > maxHops) return schema
  const { allOf: _, ...merged } = schema
  for (const part of parts) {
    const resolved = schemaOf(part, definition)
    if (!resolved) continue
    for (const [key, value] of Object.entries(flatten(resolved, definition, depth + 1))) {
      const own = merged[key]
      if (own === undefined) merged[key] = value
      else if (key === 'properties' && isObject(own) && isObject(value)) merged[key] = { ...value, ...own }
      else if (key === 'required' && Array.isArray(own) && Array.isArray(value))
        merged[key] = [...new Set([...own, ...value])]
    }
  }
  return merged
}
