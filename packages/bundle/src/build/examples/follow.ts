import type { Json, JsonObject } from '@penstock/model'
import { isObject } from '../is-object.ts'
import type { Tracker } from './tracked.ts'

/** A part of a description, through at most a few `$ref`s. */
export function follow(value: Json | undefined, tracker: Tracker): JsonObject | undefined {
  let current = value
  for (let hops = 0; isObject(current) && hops < 8; hops++) {
    const ref = current['$ref']
    if (typeof ref !== 'string') return current
    current = tracker.resolve(ref)
  }
  return undefined
}
