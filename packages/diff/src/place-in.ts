import type { ApiRecord, Location } from '@penstock/model'

/** The place in a record that a path leads to, or the nearest one on the way there that exists. */
export function placeIn(record: ApiRecord, path: readonly (string | number)[]): Location {
  const known = path.slice(0, reach(record, path))
  return known.length ? { record: record.id, path: known } : { record: record.id }
}

export function isThere(record: ApiRecord, path: readonly (string | number)[]): boolean {
  return reach(record, path) === path.length
}

/** How many steps of the path can be taken. */
function reach(record: ApiRecord, path: readonly (string | number)[]): number {
  let current: unknown = record
  for (const [depth, step] of path.entries()) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return depth
    current = (current as Record<string | number, unknown>)[step]
  }
  return path.length
}
