import type { JsonObject } from '@penstock/model'
import { sameJson } from '../json.ts'

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
