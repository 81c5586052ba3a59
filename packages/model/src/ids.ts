import { kindOf } from './kinds/index.ts'
import type { RecordId, RecordKind } from './records.ts'

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A fresh id: the kind's prefix and 80 random bits. Works in browsers and in Node. */
export function newId(kind: RecordKind): RecordId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return kindOf(kind).idPrefix + Array.from(bytes, (byte) => alphabet[byte % 36]).join('')
}
