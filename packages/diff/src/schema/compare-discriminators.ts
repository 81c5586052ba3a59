import type { Json, JsonObject } from '@penstock/model'
import { isObject, objectAt, sameJson } from '../json.ts'

/** What tells alternatives apart, before and after. */
export interface Discriminators {
  /** The property; undefined where there is no discriminator. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Values that name an alternative which they did not, or do not any more. One that names another is both. */
  readonly added: string[]
  readonly removed: string[]
}

/** How two discriminators differ; undefined when they do not. */
export function compareDiscriminators(before: JsonObject, after: JsonObject): Discriminators | undefined {
  const [a, b] = [before['discriminator'], after['discriminator']]
  if (sameJson(a, b)) return undefined
  const [from, to] = [propertyOf(a), propertyOf(b)]
  const [had, has] = [objectAt(a, 'mapping'), objectAt(b, 'mapping')]
  const added = Object.keys(has).filter((value) => !sameJson(had[value], has[value]))
  const removed = Object.keys(had).filter((value) => !sameJson(had[value], has[value]))
  if (from === to && added.length + removed.length === 0) return undefined
  return { from, to, added: added.sort(), removed: removed.sort() }
}

function propertyOf(discriminator: Json | undefined): string | undefined {
  const name = isObject(discriminator) ? discriminator['propertyName'] : undefined
  return typeof name === 'string' ? name : undefined
}
