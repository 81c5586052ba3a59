import type { Json, JsonObject } from '@penstock/model'
import { isObject, objectAt, ownAt, sameJson } from '../json.ts'
import { isMultiple } from './constraints.ts'
import { intersectTypes } from './types-of.ts'

type Both = (a: Json, b: Json) => Json | undefined

const first: Both = (a) => a
const either: Both = (a, b) => a === true || b === true
const lowest: Both = (a, b) => (typeof a === 'number' && typeof b === 'number' ? Math.min(a, b) : undefined)
const highest: Both = (a, b) => (typeof a === 'number' && typeof b === 'number' ? Math.max(a, b) : undefined)

/** Keyword → the value that says what two of them say; undefined where no one value does. */
const mergers: Readonly<Record<string, Both>> = {
  type: (a, b) => [...intersectTypes(listOf(a), listOf(b))],
  nullable: either,
  enum: (a, b) => listOf(a).filter((value) => listOf(b).some((other) => sameJson(value, other))),
  required: (a, b) => [...new Set([...listOf(a), ...listOf(b)])],
  maximum: lowest,
  exclusiveMaximum: lowest,
  maxLength: lowest,
  maxItems: lowest,
  maxProperties: lowest,
  minimum: highest,
  exclusiveMinimum: highest,
  minLength: highest,
  minItems: highest,
  minProperties: highest,
  multipleOf: (a, b) => (isMultiple(a, b) ? a : isMultiple(b, a) ? b : undefined),
  uniqueItems: either,
  readOnly: either,
  writeOnly: either,
  deprecated: either,
  default: first,
  xml: first,
  $comment: first,
}

/** Keywords that mean something only beside each other. */
const groups = [
  ['properties', 'patternProperties', 'additionalProperties'],
  ['items', 'prefixItems', 'additionalItems'],
  ['contains', 'minContains', 'maxContains'],
  ['if', 'then', 'else'],
] as const

const grouped = new Set<string>(groups.flat())

/** Whether a schema says something of what stands around it, so that it can't be taken apart. */
export function reachesOut(schema: JsonObject): boolean {
  return ['unevaluatedProperties', 'unevaluatedItems', '$dynamicRef', '$recursiveRef', '$id'].some(
    (keyword) => keyword in schema,
  )
}

/** One schema for two that both hold. What no keyword can say of both is put into `rest`, as schemas of their own. */
export function merge(a: JsonObject, b: JsonObject, rest: Json[]): JsonObject {
  const merged = { ...a }
  for (const [keyword, value] of Object.entries(b)) {
    if (grouped.has(keyword)) continue
    const own = ownAt(a, keyword)
    if (own === undefined) merged[keyword] = value
    else if (!sameJson(own, value) && !keyword.startsWith('x-')) {
      const both = mergers[keyword]?.(own, value)
      if (both === undefined) rest.push({ [keyword]: value })
      else merged[keyword] = both
    }
  }
  for (const keywords of groups) {
    const [own, more] = [pick(a, keywords), pick(b, keywords)]
    if (Object.keys(more).length === 0 || sameJson(own, more)) continue
    if (Object.keys(own).length === 0) Object.assign(merged, more)
    else if (keywords[0] === 'properties' && !('patternProperties' in own || 'patternProperties' in more))
      Object.assign(merged, mergeProperties(own, more))
    else if (isObject(own['items']) && isObject(more['items']) && isOnlyItems(own) && isOnlyItems(more))
      merged['items'] = combine(own['items'], more['items'])
    else rest.push(more)
  }
  return withOneBound(merged)
}

/** Each says of what it does not describe what its `additionalProperties` say. */
function mergeProperties(a: JsonObject, b: JsonObject): JsonObject {
  const [ownA, ownB] = [objectAt(a, 'properties'), objectAt(b, 'properties')]
  const [moreA, moreB] = [a['additionalProperties'] ?? true, b['additionalProperties'] ?? true]
  const more = combine(moreA, moreB)
  const properties: JsonObject = {}
  for (const name of new Set([...Object.keys(ownA), ...Object.keys(ownB)])) {
    const both = combine(ownAt(ownA, name) ?? moreA, ownAt(ownB, name) ?? moreB)
    // Where nothing else may be there either, what may not be there need not be described.
    if (both !== false || more !== false) properties[name] = both
  }
  return {
    ...('properties' in a || 'properties' in b ? { properties } : {}),
    ...(more === true ? {} : { additionalProperties: more }),
  }
}

/** A schema for two that both hold, to be merged when it is looked at: they may lead back to themselves. */
function combine(a: Json, b: Json): Json {
  if (sameJson(a, b) || isOpen(b)) return a
  if (isOpen(a)) return b
  if (a === false || b === false) return false
  const parts: Json[] = []
  for (const part of [...partsOf(a), ...partsOf(b)])
    if (!parts.some((other) => sameJson(other, part))) parts.push(part)
  return { allOf: parts }
}

function isOpen(schema: Json): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0)
}

function partsOf(schema: Json): Json[] {
  const parts = isObject(schema) && Object.keys(schema).length === 1 ? schema['allOf'] : undefined
  return Array.isArray(parts) ? parts : [schema]
}

function isOnlyItems(schema: JsonObject): boolean {
  return Object.keys(schema).length === 1
}

/**
 * A schema in the words of 2020-12, as far as they differ between dialects: `nullable` as a type, `const` as an `enum` of
 * one, exclusive bounds as numbers.
 */
export function inOneWay(schema: JsonObject): JsonObject {
  const { const: only, nullable, ...said } = schema
  if (only !== undefined)
    said['enum'] = Array.isArray(said['enum']) ? said['enum'].filter((one) => sameJson(one, only)) : [only]
  if (nullable === true) {
    if (said['type'] === undefined) said['nullable'] = true
    else said['type'] = [...new Set([...listOf(said['type']), 'null'])]
  }
  for (const [bound, exclusive] of bounds) {
    const flag = said[exclusive]
    if (typeof flag !== 'boolean') continue
    delete said[exclusive]
    if (!flag || said[bound] === undefined) continue
    said[exclusive] = said[bound]
    delete said[bound]
  }
  return withOneBound(said)
}

const bounds = [
  ['maximum', 'exclusiveMaximum'],
  ['minimum', 'exclusiveMinimum'],
] as const

/** Of a bound that numbers may reach and one that they may not only the tighter counts. */
function withOneBound(schema: JsonObject): JsonObject {
  for (const [bound, exclusive] of bounds) {
    const [reached, open] = [schema[bound], schema[exclusive]]
    if (typeof reached !== 'number' || typeof open !== 'number') continue
    const isOpenTighter = bound === 'maximum' ? open <= reached : open >= reached
    delete schema[isOpenTighter ? bound : exclusive]
  }
  return schema
}

function pick(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(
    keywords.flatMap((keyword) => (keyword in schema ? [[keyword, schema[keyword]!]] : [])),
  )
}

function listOf(value: Json): Json[] {
  return Array.isArray(value) ? value : [value]
}
