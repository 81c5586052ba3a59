import { type Definition, type Json, type JsonObject, resolveRef } from '@penstock/model'
import { isObject } from '../json.ts'

/** A part of an operation and the reference that it was written as, if it was. */
export interface Followed {
  readonly value: JsonObject
  readonly ref: string | undefined
}

/** Follows a parameter, body, response or header to where it is written out. What leads nowhere is an empty object. */
export function follow(part: Json | undefined, definition: Definition): Followed {
  const ref = isObject(part) && typeof part['$ref'] === 'string' ? part['$ref'] : undefined
  let current = part
  for (let hops = 0; hops < 8 && isObject(current) && typeof current['$ref'] === 'string'; hops++)
    current = resolveRef(definition, current['$ref'])
  return { value: isObject(current) ? current : {}, ref }
}
