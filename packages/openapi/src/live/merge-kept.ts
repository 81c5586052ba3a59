import type { JsonObject } from '@penstock/model'
import { isObject, own, put } from '../json.ts'
import { pointerOf, tokensOf } from '../pointer.ts'
import { commentsOf, composeText, hasMembers } from './compose-text.ts'
import { freshOf, keptAs } from './keep-changes.ts'
import { endPlace, type Kept, keysInOrder } from './kept-part.ts'
import { lineEdits } from './line-edits.ts'
import { bringTo, type LiveText, readText, writeText } from './live-text.ts'
import { matchLines, mergeLines } from './merge-lines.ts'
import { indented, inOrderOf, type Piece, piecesOf, tailOf, valueAt } from './pieces.ts'
import { scanYaml } from './scan-yaml.ts'
import { applyEdits, joinEdits, type MapNode, type TextEdit } from './text-tree.ts'

export interface MergeKeptOptions {
  /** Written in YAML. */
  readonly now: LiveText
  /** What was kept before somebody else wrote, and then; each part at the place where it belongs. */
  readonly before: Kept
  readonly after: Kept
  /** What the definition says, in the order that nobody chose. */
  readonly written: JsonObject
}

export interface MergedKept {
  readonly text: LiveText
  readonly edits: readonly TextEdit[]
  /** Whether what was merged is to be kept, also where nobody typed: a text that does not come apart is kept as one. */
  readonly isToKeep: boolean
}

/** Brings what somebody else wrote into a text that may have been edited, too: what both wrote is there in the end. */
export function mergeKept(options: MergeKeptOptions): MergedKept {
  const { now, before, after } = options
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (place) => before.get(place)?.text !== after.get(place)?.text,
  )
  if (changed.length === 0) return { text: now, edits: [], isToKeep: false }
  const { root } = now
  const edits = root && !root.flow && !changed.includes('') ? partEdits(options, root, changed) : null
  const merged = edits && appliedTo(now, edits)
  if (!edits || !merged) return mergeWhole(options)
  const ordered = changed
    .filter((place) => place.startsWith('order:'))
    .reduce((text, place) => mergeOrder(text, tokensOf(place.slice('order:'.length)), options), merged)
  return ordered === merged ? { text: merged, edits, isToKeep: false } : inLines(now, ordered, false)
}

function inLines(now: LiveText, text: LiveText, isToKeep: boolean): MergedKept {
  return { text, edits: lineEdits(now.text, text.text), isToKeep }
}

/** Members and the comments at the end. */
function partEdits(options: MergeKeptOptions, root: MapNode, changed: readonly string[]): TextEdit[] {
  const { now, before, after } = options
  const pieces = piecesOf(now.text, root)
  const edits: TextEdit[] = []
  for (const place of changed) {
    const piece = pieces.get(place)
    const merged = piece && mergePiece(piece, now.value, before.get(place)?.text, after.get(place)?.text)
    if (merged === undefined || merged === piece!.text) continue
    edits.push({ start: piece!.start, end: piece!.end, text: indented(merged, piece!.column) })
  }
  if (changed.includes(endPlace)) {
    const start = tailOf(now.text, root)
    const [base, theirs] = [before, after].map((kept) => commentsOf(kept.get(endPlace)?.text)) as [
      string,
      string,
    ]
    const mine = now.text.slice(start)
    const both = mine.trim() === base.trim() ? theirs : mergeLines(base, theirs, mine)
    const gap = both !== '' && !/(^|\n)$/.test(now.text.slice(0, start)) ? '\n' : ''
    if (both !== mine) edits.push({ start, end: now.text.length, text: gap + both })
  }
  return joinEdits(edits)
}

/** Undefined for lines that can't be read as this member. */
function mergePiece(
  piece: Piece,
  value: JsonObject,
  was: string | undefined,
  lines: string | undefined,
): string | undefined {
  const fresh = freshOf(piece, value)
  const base = (was === undefined ? undefined : keptAs(piece, was, value)) ?? fresh
  const theirs = lines === undefined ? fresh : keptAs(piece, lines, value)
  if (base === undefined || theirs === undefined || piece.text === base) return theirs
  // Where the lines of both make no sense together, theirs are saved already.
  return keptAs(piece, mergeLines(base, theirs, piece.text), value) ?? theirs
}

function appliedTo(now: LiveText, edits: readonly TextEdit[]): LiveText | null {
  if (edits.length === 0) return now
  const text = applyEdits(now.text, edits)
  const root = scanYaml(text)
  return root && hasMembers(root, inOrderOf(root, now.value), []) ? { ...now, text, root } : null
}

/** A text that does not come apart, here or there. */
function mergeWhole({ now, before, after, written }: MergeKeptOptions): MergedKept {
  const isTheirs = before.get('')?.text !== after.get('')?.text
  const [from, to] = isTheirs ? [before, after] : [withoutWhole(before), withoutWhole(after)]
  const [base, theirs] = [composeText(written, from).text, composeText(written, to).text]
  if (base === theirs) return inLines(now, now, false)
  const fresh = writeText(now.value, 'yaml').text
  // Of lines that both changed those of the whole text stay, and comments of the other one: it says the same, and is what is shown.
  const both = isTheirs ? mergeLines(base, now.text, theirs) : mergeLines(base, theirs, now.text)
  for (const text of new Set([both, theirs])) {
    const read = readText(text)
    if (!('text' in read) || read.syntax !== 'yaml') continue
    const brought = bringTo(read, now.value).after
    if (brought.text === text || brought.text !== fresh)
      return inLines(now, brought, text === both && (!isTheirs || both !== theirs))
  }
  return inLines(now, now, false)
}

function withoutWhole(kept: Kept): Kept {
  return new Map([...kept].filter(([place]) => place !== ''))
}

/** The members of a section in the order that somebody else chose, unless another was chosen here. */
function mergeOrder(
  now: LiveText,
  path: readonly string[],
  { before, after, written }: MergeKeptOptions,
): LiveText {
  const node = now.root && mapAt(now.root, path)
  if (!node) return now
  const said = valueAt(written, path)
  const own = isObject(said) ? Object.keys(said) : []
  const mine = node.entries.map(({ key }) => key)
  const [base, theirs] = [before, after].map((kept) => keysInOrder(own, kept, path)) as [string[], string[]]
  return inThatOrder(now, path, mine, mergeKeys(base, theirs, mine))
}

/** My order, with what only they moved behind what it is behind in theirs. */
function mergeKeys(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const movedIn = (keys: readonly string[]) => {
    const places = matchLines(base, keys)
    return new Set(base.filter((_, at) => places[at]! < 0))
  }
  const [moved, isMine] = [movedIn(theirs), movedIn(mine)]
  const here = new Set(mine.filter((key) => moved.has(key) && !isMine.has(key)))
  const keys = mine.filter((key) => !here.has(key))
  for (const [at, key] of theirs.entries()) {
    if (!here.has(key)) continue
    const behind = theirs.slice(0, at).findLast((other) => keys.includes(other))
    keys.splice(behind === undefined ? 0 : keys.indexOf(behind) + 1, 0, key)
  }
  return keys
}

function inThatOrder(
  now: LiveText,
  path: readonly string[],
  mine: readonly string[],
  keys: readonly string[],
): LiveText {
  if (mine.every((key, at) => key === keys[at])) return now
  const blocks = blocksOf(now, path, mine)
  const [start, end] = [blocks[0]!.start, blocks.at(-1)!.end]
  // What says that a document begins stays at its beginning.
  const [head] = start === 0 ? /^\ufeff?(?:---[^\n]*\n)?/.exec(now.text)! : ['']
  const lines = new Map(
    blocks.map(({ key, start: from, end: to }) => [
      key,
      now.text.slice(from === 0 ? head.length : from, to).replace(/\n?$/, '\n'),
    ]),
  )
  const moved = keys.map((key) => lines.get(key)!).join('')
  const isEnded = now.text.endsWith('\n') || end < now.text.length
  const text = now.text.slice(0, start) + head + (isEnded ? moved : moved.slice(0, -1)) + now.text.slice(end)
  const root = scanYaml(text)
  const value = withOrder(now.value, path, keys)
  return root && hasMembers(root, inOrderOf(root, value), []) ? { ...now, text, root, value } : now
}

/** The lines of the members of a section, each with the comments above it and all that is below it. */
function blocksOf({ text, root }: LiveText, path: readonly string[], keys: readonly string[]) {
  const pieces = [...piecesOf(text, root!)]
  const starts = keys.map((key) => pieces.findIndex(([place]) => place === pointerOf(...path, key)))
  return keys.map((key, at) => {
    const below = `${pointerOf(...path, key)}/`
    let last = starts[at]!
    while (pieces[last + 1]?.[0].startsWith(below)) last++
    return { key, start: pieces[starts[at]!]![1].start, end: pieces[last]![1].end }
  })
}

function mapAt(root: MapNode, path: readonly string[]): MapNode | null {
  let node: MapNode = root
  for (const token of path) {
    const value = node.entries.find(({ key }) => key === token)?.value
    if (value?.kind !== 'map' || value.flow) return null
    node = value
  }
  return node
}

function withOrder(value: JsonObject, path: readonly string[], keys: readonly string[]): JsonObject {
  const [first, ...rest] = path
  const out: JsonObject = {}
  for (const key of first === undefined ? keys : Object.keys(value)) {
    const said = own(value, key)!
    put(out, key, key === first && isObject(said) ? withOrder(said, rest, keys) : said)
  }
  return out
}
