import type { Json, JsonObject } from '@penstock/model'
import { isObject, sameJson } from '../json.ts'

/** Members that no request and no answer depends on. */
export const words = [
  'summary',
  'description',
  'tags',
  'externalDocs',
  'example',
  'examples',
  'title',
  'links',
] as const

/** Which members that only document differ between two parts of a description. */
export function documentationFields(before: JsonObject, after: JsonObject): string[] {
  return words.filter((field) => !sameJson(before[field], after[field]))
}

/** Members whose own members are named by people: a property may be called `description`. */
const named = new Set([
  'properties',
  'patternProperties',
  'responses',
  'content',
  'headers',
  'schemas',
  'mapping',
])

/** A part of a description without what only documents, all the way down. */
export function withoutWords(value: unknown): Json {
  return strip(value, false)
}

function strip(value: unknown, isNamed: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => strip(item, false))
  if (!isObject(value)) return value as Json
  const kept: JsonObject = {}
  for (const [key, member] of Object.entries(value))
    if (isNamed || !(words as readonly string[]).includes(key))
      kept[key] = strip(member, !isNamed && named.has(key))
  return kept
}
