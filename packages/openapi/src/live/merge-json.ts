import type { Json, JsonObject } from '@penstock/model'
import { isObject, own, put, sameJson } from '../json.ts'

/**
 * `current` with what leads from `before` to `after`, member by member; undefined is "not there". What the two sides
 * agree on stays the object that it is. New members stand where they stand in `after`.
 */
export function mergeJson(
  before: Json | undefined,
  after: Json | undefined,
  current: Json | undefined,
): Json | undefined {
  if (before === after || sameJson(before, after)) return current
  if (after === undefined || before === undefined || sameJson(before, current)) return after
  if (!isObject(before) || !isObject(after) || !isObject(current)) return after
  const out: JsonObject = {}
  for (const key of new Set([...Object.keys(after), ...Object.keys(current)])) {
    const merged = mergeJson(own(before, key), own(after, key), own(current, key))
    if (merged !== undefined) put(out, key, merged)
  }
  return out
}
