import type { Json } from '@penstock/model'

const copies = new WeakMap<object, Json>()

/**
 * A copy with its keys in order and each `$ref` turned into `#/refs/…`, the one place where the sampler looks them
 * up. Sampling follows the order of keys, and that order is not part of what a definition means. Kept with the original.
 */
export function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  let copy = copies.get(value)
  if (copy === undefined) {
    copy = Array.isArray(value) ? value.map(sorted) : sortedObject(value)
    copies.set(value, copy)
  }
  return copy
}

function sortedObject(value: { [key: string]: Json }): Json {
  const entries = Object.keys(value)
    .sort()
    .map((key) => {
      const member = value[key]!
      return [key, key === '$ref' && typeof member === 'string' ? toLookup(member) : sorted(member)] as const
    })
  return Object.fromEntries(entries)
}

/** One JSON pointer token that holds a whole reference; the sampler decodes it back. */
function toLookup(ref: string): string {
  return `#/refs/${encodeURIComponent(ref.replaceAll('~', '~0').replaceAll('/', '~1'))}`
}
