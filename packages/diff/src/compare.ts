import { type ApiRecord, canonicalize, type Json } from '@penstock/model'
import { maskSecrets } from '@penstock/model/snapshot'
import { isObject, sameJson } from './json.ts'
import type { FieldChange } from './types.ts'

/** Past this many fields a person reads the text diff instead. */
const maxFields = 200

/**
 * Which fields of a record differ: structure only, no judgement. Lists of parameters are matched by `in` and `name`
 * (path element `query since`), other lists by position. Secrets are masked. Records that are wholly new or gone have
 * no fields to compare.
 */
export function compareRecords(before: ApiRecord | undefined, after: ApiRecord | undefined): FieldChange[] {
  if (!before || !after) return []
  const found: FieldChange[] = []
  const shown = (record: ApiRecord) => canonicalize(record) as unknown as Json
  walk(shown(maskSecrets(before)), shown(maskSecrets(after, before)), [], found)
  return found
}

function walk(
  before: Json | undefined,
  after: Json | undefined,
  path: (string | number)[],
  found: FieldChange[],
) {
  if (found.length >= maxFields || sameJson(before, after)) return
  if (isObject(before) && isObject(after)) {
    for (const key of union(Object.keys(before), Object.keys(after)))
      walk(before[key], after[key], [...path, key], found)
  } else if (Array.isArray(before) && Array.isArray(after)) {
    const [a, b] = [byName(before), byName(after)]
    if (a && b)
      for (const key of union(a.keys(), b.keys())) walk(a.get(key), b.get(key), [...path, key], found)
    else if (before.some(isComposite) || after.some(isComposite))
      for (let i = 0; i < Math.max(before.length, after.length); i++)
        walk(before[i], after[i], [...path, i], found)
    else found.push({ path, before, after })
  } else
    found.push({
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    })
}

/** A list of parameters by what identifies each; undefined for any other list. */
function byName(list: Json[]): Map<string, Json> | undefined {
  const named = new Map<string, Json>()
  for (const item of list) {
    if (!isObject(item)) return undefined
    const { in: place, name, $ref } = item
    const key = typeof place === 'string' && typeof name === 'string' ? `${place} ${name}` : $ref
    if (typeof key !== 'string' || named.has(key)) return undefined
    named.set(key, item)
  }
  return named
}

function isComposite(value: Json): boolean {
  return typeof value === 'object' && value !== null
}

/** In order of text, since the order of keys is not part of what a record means. */
function union(a: Iterable<string>, b: Iterable<string>): string[] {
  return [...new Set([...a, ...b])].sort()
}
