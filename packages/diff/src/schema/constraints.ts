import type { Json, JsonObject } from '@penstock/model'
import type { Effect } from '../delta.ts'
import { sameJson } from '../json.ts'

/** Keyword → what a change of it does. Every one of them, where there was none, narrows; taken away, it widens. */
export const constraints: Readonly<Record<string, (from: Json, to: Json) => Effect>> = {
  maximum: lowerNarrows,
  maxLength: lowerNarrows,
  maxItems: lowerNarrows,
  maxProperties: lowerNarrows,
  exclusiveMaximum: lowerNarrows,
  minimum: higherNarrows,
  minLength: higherNarrows,
  minItems: higherNarrows,
  minProperties: higherNarrows,
  exclusiveMinimum: higherNarrows,
  uniqueItems: (from) => (from === true ? 'widened' : 'narrowed'),
  multipleOf: (from, to) =>
    isMultiple(to, from) ? 'narrowed' : isMultiple(from, to) ? 'widened' : 'changed',
  pattern: () => 'changed',
  format: formatEffect,
}

/** Bounds that numbers may reach or not, each with its other form; a schema has one of the two. */
const otherForm: Readonly<Record<string, string>> = {
  maximum: 'exclusiveMaximum',
  exclusiveMaximum: 'maximum',
  minimum: 'exclusiveMinimum',
  exclusiveMinimum: 'minimum',
}

/** What became of one constraint of flattened schemas; undefined when nothing. */
export function constraintEffect(keyword: string, from: JsonObject, to: JsonObject): Effect | undefined {
  const [before, after] = [from[keyword], to[keyword]]
  if (sameJson(before, after)) return undefined
  const other = otherForm[keyword]
  if (other !== undefined) {
    // A bound that took its other form is told of as what it is now.
    if (after === undefined && to[other] !== undefined) return undefined
    if (before === undefined && from[other] !== undefined) {
      if (!sameJson(from[other], after)) return constraints[keyword]!(from[other], after!)
      return keyword.startsWith('exclusive') ? 'narrowed' : 'widened'
    }
  }
  // `false` says as little as nothing does (uniqueItems, and exclusiveMaximum before 3.1).
  if (before === undefined || before === false)
    return after === undefined || after === false ? undefined : 'narrowed'
  if (after === undefined || after === false) return 'widened'
  return constraints[keyword]!(before, after)
}

function lowerNarrows(from: Json, to: Json): Effect {
  return typeof from === 'number' && typeof to === 'number' ? (to < from ? 'narrowed' : 'widened') : 'changed'
}

function higherNarrows(from: Json, to: Json): Effect {
  return typeof from === 'number' && typeof to === 'number' ? (to > from ? 'narrowed' : 'widened') : 'changed'
}

export function isMultiple(of: Json, base: Json): boolean {
  return typeof of === 'number' && typeof base === 'number' && base !== 0 && of % base === 0
}

/** Formats of numbers of which each holds all values of those before it. */
const sizes = [
  ['int8', 'int16', 'int32', 'int64'],
  ['float', 'double'],
]

/** Of most pairs of formats nobody can tell which values are of both. */
function formatEffect(from: Json, to: Json): Effect {
  for (const order of sizes) {
    const [a, b] = [from, to].map((format) => (typeof format === 'string' ? order.indexOf(format) : -1))
    if (a! >= 0 && b! >= 0) return a! < b! ? 'widened' : 'narrowed'
  }
  return 'changed'
}
