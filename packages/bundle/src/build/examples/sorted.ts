import { type Json, pointerToken } from '@penstock/model'

const copies = new WeakMap<object, Map<string, Json>>()

/**
 * A copy with its keys in order and each `$ref` turned into `#/refs/…`, the one place where the sampler looks them
 * up. Sampling follows the order of keys and tells schemas apart by identity, and neither is part of what a definition
 * means: so there is one copy for each name by which a value is reached, and nothing in it is shared (YAML aliases
 * are, until the record is stored). Kept with the original.
 */
export function sorted(value: Json, name: string): Json {
  if (typeof value !== 'object' || value === null) return value
  let byName = copies.get(value)
  if (!byName) copies.set(value, (byName = new Map()))
  let copy = byName.get(name)
  if (copy === undefined) byName.set(name, (copy = sortedCopy(value)))
  return copy
}

function sortedCopy(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sortedCopy)
  const entries = Object.keys(value)
    .sort()
    .map((key) => {
      const member = value[key]!
      return [
        key,
        key === '$ref' && typeof member === 'string' ? toLookup(member) : sortedCopy(member),
      ] as const
    })
  return Object.fromEntries(entries)
}

/** One JSON pointer token that holds a whole reference; the sampler decodes it back. */
function toLookup(ref: string): string {
  return `#/refs/${encodeURIComponent(pointerToken(ref))}`
}
