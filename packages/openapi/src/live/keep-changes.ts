import type { Definition, JsonObject, RecordId } from '@penstock/model'
import { isObject } from '../json.ts'
import { bringPart, freshPart, headPart } from './bring-part.ts'
import { placeParts } from './compose-text.ts'
import {
  canBeKept,
  endPlace,
  type Kept,
  isPlain,
  type KeptPart,
  keysInOrder,
  noneKept,
  orderPlace,
} from './kept-part.ts'
import type { LiveText } from './live-text.ts'
import { inOrderOf, type Piece, piecesOf, tailOf, valueAt } from './pieces.ts'
import { recordAt } from './record-places.ts'
import { isSection } from './text-tree.ts'
import { linesWithoutSecrets, saysOurs, textWithoutSecrets } from './without-secrets.ts'

/** What of a text is to be kept, and no longer. */
export interface KeptChange {
  readonly put: readonly KeptPart[]
  /** Places. */
  readonly remove: readonly string[]
  /** Members that were written in and can't be kept, as they are too long; `''`: the whole text, also for secrets in it. */
  readonly left: readonly string[]
}

/** Longer members are not kept, nor are longer texts that do not come apart. */
export const keptPartMax = 256 * 1024
export const keptWholeMax = 1024 * 1024

export interface KeepChangesOptions {
  /** Null: nothing of it was looked at yet. */
  readonly before: LiveText | null
  readonly now: LiveText
  /** As it was saved: parts may belong elsewhere by now. */
  readonly kept: Kept
  /** What the definition says, in the order that nobody chose. */
  readonly written: JsonObject
  readonly definition: Definition
}

/**
 * What was written in a text since it was looked at last that neither the records say nor what is kept: comments,
 * order, anchors, the ways of writing. Members that say what would be written of them anew are not kept.
 */
export function keepChanges(options: KeepChangesOptions): KeptChange {
  const { before, now, written, definition } = options
  if (now.syntax !== 'yaml' || before?.text === now.text) return { put: [], remove: [], left: [] }
  const { kept, moved } = placeParts(options.kept, written, definition)
  if (!now.root || now.root.flow) {
    const text = textWithoutSecrets(now, written)
    const whole = { place: '', text: text ?? '', record: null }
    if (text === undefined || text.length > keptWholeMax || !canBeKept(whole))
      return { put: [], remove: [], left: [''] }
    return { put: kept.get('')?.text === text ? [] : [whole], remove: [], left: [] }
  }
  const put: KeptPart[] = []
  const left: string[] = []
  const remove: string[] = kept.has('') ? [''] : []
  const known = before?.root && before.syntax === 'yaml' ? piecesOf(before.text, before.root) : null
  for (const [place, piece] of piecesOf(now.text, now.root)) {
    if (known?.get(place)?.text === piece.text) continue
    const isOurs = saysOurs(piece)
    const said = isOurs ? written : now.value
    if (valueAt(said, piece.path) === undefined) continue
    const text = isOurs ? linesWithoutSecrets(piece, written) : piece.text
    const fresh = freshOf(piece, said)
    const was = kept.get(place)?.text
    if (text === (was === undefined ? fresh : keptAs(piece, was, said))) continue
    const part = { place, text: text ?? '', record: recordSaid(definition, place) }
    if (text === fresh) remove.push(place)
    else if (text !== undefined && text.length <= keptPartMax && canBeKept(part)) put.push(part)
    else left.push(piece.key)
  }
  const tail = now.text.slice(tailOf(now.text, now.root))
  if (tail.trim() !== (kept.get(endPlace)?.text ?? '').trim()) {
    if (tail.trim() === '') remove.push(endPlace)
    else if (tail.length <= keptPartMax && isPlain(tail))
      put.push({ place: endPlace, text: tail, record: null })
  }
  const inOrder = inOrderOf(now.root, now.value)
  for (const path of sectionsOf(now.value)) {
    const own = Object.keys(valueAt(written, path) ?? {})
    const keys = Object.keys(valueAt(inOrder, path) ?? {})
    if (same(keys, keysInOrder(own, kept, path))) continue
    const place = orderPlace(path)
    const part = { place, text: JSON.stringify(keys), record: null }
    if (same(keys, keysInOrder(own, noneKept, path))) remove.push(place)
    else if (canBeKept(part)) put.push(part)
  }
  const said = new Set([...put.map(({ place }) => place), ...remove])
  for (const { from, part } of moved) {
    if (!said.has(part.place) && !canBeKept(part)) continue
    // Left where it was it would come back, once what is said of it where it is now was deleted.
    remove.push(from)
    if (!said.has(part.place)) put.push(part)
  }
  return { put, remove, left }
}

/** How a member would be written by somebody who knows only what it says. */
export function freshOf({ isHead, key, path }: Piece, document: JsonObject): string | undefined {
  return isHead
    ? freshPart(key, null)?.replace(/ null\n$/, '\n')
    : freshPart(key, valueAt(document, path) ?? null)
}

/** How a member is written from what was kept of it. */
export function keptAs(piece: Piece, lines: string, document: JsonObject): string | undefined {
  if (piece.isHead) return headPart(lines, piece.key)
  return bringPart(lines, piece.key, valueAt(document, piece.path) ?? null)
}

function recordSaid(definition: Definition, place: string): RecordId | null {
  return place.startsWith('/') ? (recordAt(definition, place) ?? null) : null
}

/** The sections of a document, and itself. */
function sectionsOf(document: JsonObject, path: readonly string[] = []): (readonly string[])[] {
  const found: (readonly string[])[] = [path]
  for (const [key, value] of Object.entries(document)) {
    const below = [...path, key]
    if (isSection(below) && isObject(value)) found.push(...sectionsOf(value, below))
  }
  return found
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, at) => key === b[at])
}
