import type { Definition, Json, JsonObject } from '@penstock/model'
import { isObject, put } from '../json.ts'
import { pointerOf, tokensOf } from '../pointer.ts'
import { bringPart, headPart, likePart } from './bring-part.ts'
import { endPlace, inOrder, type Kept, type KeptPart } from './kept-part.ts'
import { bringTo, type LiveText, readText, writeText } from './live-text.ts'
import { indented, piecesOf, valueAt } from './pieces.ts'
import { placeOf } from './record-places.ts'
import type { Syntax } from './read-node.ts'
import { scanYaml } from './scan-yaml.ts'
import { applyEdits, isSection, type MapNode, type TextEdit } from './text-tree.ts'

/**
 * The text of a document with what was kept of it: each member that somebody wrote, in their words but for what it says
 * differently by now, and the others as they are written anew.
 */
export function composeText(document: JsonObject, kept: Kept, syntax: Syntax = 'yaml'): LiveText {
  if (kept.size === 0) return writeText(document, syntax)
  const ordered = inOrder(document, kept)
  if (syntax === 'json') return writeText(likeKept(ordered, kept, []), 'json')
  const whole = kept.get('')
  const read = whole && readText(whole.text)
  if (read && 'text' in read && read.syntax === 'yaml') return bringTo(read, document).after
  const fresh = writeText(ordered, 'yaml')
  if (!fresh.root) return fresh
  const edits: TextEdit[] = []
  for (const [place, { path, key, isHead, start, end, column, text }] of piecesOf(fresh.text, fresh.root)) {
    const said = kept.get(place)
    const value = said && valueAt(ordered, path)
    if (value === undefined) continue
    const lines = isHead ? headPart(said!.text, key) : bringPart(said!.text, key, value)
    if (lines === undefined || lines === text) continue
    // Only the first line of a text may say that a document begins.
    const taken = start === 0 ? lines : lines.replace(/^---[^\n]*\n/, '')
    edits.push({ start, end, text: indented(taken, column) })
  }
  const text = applyEdits(fresh.text, edits) + commentsOf(kept.get(endPlace)?.text)
  const root = scanYaml(text)
  return root && hasMembers(root, ordered, []) ? { text, syntax, root, value: ordered } : fresh
}

export interface PlacedParts {
  readonly kept: Kept
  /** Those that are kept under another place than they belong to now. */
  readonly moved: readonly { readonly from: string; readonly part: KeptPart }[]
}

/** What was kept under the places where it belongs now: a record may be said elsewhere than it was then. */
export function placeParts(kept: Kept, document: JsonObject, definition: Definition): PlacedParts {
  const out = new Map<string, KeptPart>()
  const away: KeptPart[] = []
  for (const part of kept.values()) {
    const isThere =
      part.record === null ||
      !part.place.startsWith('/') ||
      valueAt(document, tokensOf(part.place)) !== undefined
    if (isThere) out.set(part.place, part)
    else away.push(part)
  }
  const moved: { readonly from: string; readonly part: KeptPart }[] = []
  for (const part of away) {
    const place = placeOf(definition, part.record!)
    if (place !== undefined && !out.has(place) && valueAt(document, tokensOf(place)) !== undefined) {
      const placed = { ...part, place }
      out.set(place, placed)
      moved.push({ from: part.place, part: placed })
      // It may be back one day, as what it was.
    } else out.set(part.place, part)
  }
  return { kept: out, moved }
}

/** The lines, if all of them are comments. */
export function commentsOf(lines = ''): string {
  return lines.split('\n').every((line) => /^\s*(#.*)?$/.test(line)) ? lines : ''
}

function likeKept(document: JsonObject, kept: Kept, path: readonly string[]): JsonObject {
  const out: JsonObject = {}
  for (const [key, value] of Object.entries(document)) {
    const below = [...path, key]
    put(out, key, isSection(below) && isObject(value) ? likeKept(value, kept, below) : liked(value, below))
  }
  return out

  function liked(value: Json, at: readonly string[]): Json {
    const said = kept.get(pointerOf(...at))
    return said ? likePart(said.text, at.at(-1)!, value) : value
  }
}

/** Whether a text has the members that it is to have: kept lines are nobody's promise. */
export function hasMembers({ entries }: MapNode, value: JsonObject, path: readonly string[]): boolean {
  const keys = Object.keys(value)
  return (
    entries.length === keys.length &&
    entries.every(({ key, value: node }, at) => {
      if (key !== keys[at]) return false
      const below = [...path, key]
      const said = value[key]
      if (!isSection(below) || !isObject(said) || Object.keys(said).length === 0) return true
      return node.kind === 'map' && hasMembers(node, said, below)
    })
  )
}
