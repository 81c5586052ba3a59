import { kindOf } from './kinds/index.ts'
import type { ApiRecord } from './records.ts'

/**
 * The one form of a record in which equal meaning is equal text (SPEC C1–C4): `undefined` members and members that
 * equal the kind's default are gone. Only the record's own fields are touched; JSON inside them is the author's.
 */
export function canonicalize<R extends ApiRecord>(record: R): R {
  const { defaults } = kindOf(record.kind)
  const out: Record<string, unknown> = {}
  let changed = false
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined || (key in defaults && defaults[key] === value) || isEmptyRest(key, value))
      changed = true
    else out[key] = value
  }
  return changed ? (out as R) : record
}

/** JSON text with sorted keys, `undefined` members left out: RFC 8785 but for number formatting, which is ECMAScript's in both. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) {
    let text = '['
    for (let i = 0; i < value.length; i++) text += (i ? ',' : '') + canonicalJson(value[i])
    return text + ']'
  }
  const object = value as Record<string, unknown>
  let text = '{'
  for (const key of Object.keys(object).sort()) {
    if (object[key] === undefined) continue
    text += (text.length > 1 ? ',' : '') + JSON.stringify(key) + ':' + canonicalJson(object[key])
  }
  return text + '}'
}

/** Whether two records mean the same. Cheaper than hashing both, and works where there is no node:crypto. */
export function sameRecord(a: ApiRecord, b: ApiRecord): boolean {
  return a === b || canonicalJson(canonicalize(a)) === canonicalJson(canonicalize(b))
}

function isEmptyRest(key: string, value: unknown): boolean {
  return key === 'rest' && typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
