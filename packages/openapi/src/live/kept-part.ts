import type { Json, JsonObject, RecordId } from '@penstock/model'
import { isObject, own, put } from '../json.ts'
import { pointerOf } from '../pointer.ts'
import { isSection } from './text-tree.ts'

/** What somebody wrote of a document beyond what it says: the text of one of its members, in YAML, or an order of members. */
export interface KeptPart {
  /**
   * JSON pointer of the member; `''` for a text that does not come apart; `order:` before the pointer of
   * the section whose members are in an order; `end:` for comments below the last member.
   */
  readonly place: string
  /** The lines of the member from the beginning of a line, or a JSON list of keys. */
  readonly text: string
  /** The record that the member says: it is found by it when it stands elsewhere by then. */
  readonly record: RecordId | null
}

export type Kept = ReadonlyMap<string, KeptPart>

export const noneKept: Kept = new Map()

export function keptOf(parts: Iterable<KeptPart>): Kept {
  const kept = new Map<string, KeptPart>()
  for (const part of parts) kept.set(part.place, part)
  return kept
}

/**
 * Longer places are not kept: with its API's id a place is the key of a row, and PostgreSQL's keys have at most 2.7 kB,
 * which so many characters of any alphabet are.
 */
export const placeMax = 800

/** How much of what may be kept of an API this is, in characters. */
export function sizeOf({ place, text }: Pick<KeptPart, 'place' | 'text'>): number {
  return place.length + text.length
}

/** Whether a database takes it: PostgreSQL's texts have neither NUL nor half a character. */
export function canBeKept({ place, text }: Pick<KeptPart, 'place' | 'text'>): boolean {
  return place.length <= placeMax && isPlain(place) && isPlain(text)
}

export function isPlain(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text)
}

/** Whether this is a place as parts have it. */
export function isPlace(place: string): boolean {
  return place === '' || place === endPlace || /^(?:order:$|(?:order:)?\/)/.test(place)
}

/** Comments below the last member, further out than it. */
export const endPlace = 'end:'

export function orderPlace(path: readonly string[]): string {
  return `order:${pointerOf(...path)}`
}

/** A document with the members of its sections in the order that was kept; values are the same objects. */
export function inOrder(document: JsonObject, kept: Kept, path: readonly string[] = []): JsonObject {
  const out: JsonObject = {}
  for (const key of keysInOrder(Object.keys(document), kept, path)) {
    const value = own(document, key)!
    const below = [...path, key]
    put(out, key, isSection(below) && isObject(value) ? inOrder(value, kept, below) : value)
  }
  return out
}

/** Keys as they were kept; one that was not there then stands behind the one that it stands behind now. */
export function keysInOrder(keys: readonly string[], kept: Kept, path: readonly string[]): readonly string[] {
  const said = kept.get(orderPlace(path))
  const order = said && readOrder(said.text)
  if (!order) return keys
  const here = new Set(keys)
  const out = order.filter((key) => here.delete(key))
  for (const [at, key] of keys.entries()) {
    if (!here.has(key)) continue
    const behind = at === 0 ? -1 : out.indexOf(keys[at - 1]!)
    out.splice(behind + 1, 0, key)
  }
  return out
}

/** Undefined for what is no order: a part is nobody's promise. */
function readOrder(text: string): string[] | undefined {
  let read: Json
  try {
    read = JSON.parse(text) as Json
  } catch {
    return undefined
  }
  return Array.isArray(read) ? read.filter((key) => typeof key === 'string') : undefined
}
