import { isObject, own, put } from '../json.ts'
import { pointerOf } from '../pointer.ts'
import type { Json, JsonObject } from '@penstock/model'
import { type Entry, isSection, lineStart, type MapNode, nextLine } from './text-tree.ts'

/** The lines of one member of a YAML text, with the comments above it. */
export interface Piece {
  readonly path: readonly string[]
  readonly key: string
  /** The head of a section, whose members are pieces of their own. */
  readonly isHead: boolean
  readonly start: number
  readonly end: number
  readonly column: number
  /** Moved to the first column. */
  readonly text: string
}

interface Found {
  readonly path: readonly string[]
  readonly isHead: boolean
  readonly line: number
  readonly column: number
}

/** A text in YAML as its members: those of the root and of the sections. Together they are the text. */
export function piecesOf(text: string, root: MapNode): ReadonlyMap<string, Piece> {
  const found: Found[] = []
  collect(text, root, [], found)
  const starts = found.map(({ line, column }, at) =>
    at === 0 ? 0 : leadOf(text, line, column, nextLine(text, found[at - 1]!.line)),
  )
  const pieces = new Map<string, Piece>()
  const tail = tailOf(text, root)
  for (const [at, { path, isHead, column }] of found.entries()) {
    const [start, end] = [starts[at]!, starts[at + 1] ?? tail]
    const piece = { path, key: path.at(-1)!, isHead, start, end, column }
    pieces.set(pointerOf(...path), { ...piece, text: outdented(text.slice(start, end), column) })
  }
  return pieces
}

/** Where the comments begin that stand below the last member, further out than it or in the first column. */
export function tailOf(text: string, root: MapNode): number {
  let last: Entry | undefined
  for (let node: MapNode | null = root; node; ) {
    last = node.entries.at(-1)
    node = last?.value.kind === 'map' && !last.value.flow ? last.value : null
  }
  if (!last) return text.length
  const column = last.keyStart - lineStart(text, last.keyStart)
  return leadOf(text, text.length, Math.max(0, column - 1), nextLine(text, last.keyStart))
}

/** What a document says at the place of a piece. */
export function valueAt(document: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = document
  for (const key of path) value = isObject(value) ? own(value, key) : undefined
  return value
}

/** What is said, its sections' members in the order in which they stand. */
export function inOrderOf(root: MapNode, value: JsonObject): JsonObject {
  const out: JsonObject = {}
  for (const { key, value: node } of root.entries) {
    const said = own(value, key)
    if (said !== undefined)
      put(out, key, node.kind === 'map' && isObject(said) ? inOrderOf(node, said) : said)
  }
  for (const [key, said] of Object.entries(value)) if (!Object.hasOwn(out, key)) put(out, key, said)
  return out
}

/** Lines moved in by a column; blank ones stay as they are. */
export function indented(lines: string, column: number): string {
  return column === 0 ? lines : lines.replace(/^(?=[^\r\n])/gm, ' '.repeat(column))
}

function outdented(lines: string, column: number): string {
  return column === 0 ? lines : lines.replace(new RegExp(`^ {1,${column}}`, 'gm'), '')
}

function collect(text: string, { entries }: MapNode, path: readonly string[], found: Found[]): void {
  for (const { key, keyStart, value } of entries) {
    const below = [...path, key]
    const isHead = isSection(below) && value.kind === 'map' && !value.flow && value.entries.length > 0
    const line = lineStart(text, keyStart)
    found.push({ path: below, isHead, line, column: keyStart - line })
    if (isHead) collect(text, value, below, found)
  }
}

/** Where the comments and blank lines above a member begin; what is further in belongs to the member before. */
function leadOf(text: string, line: number, column: number, floor: number): number {
  let start = line
  for (let at = line; at > floor; ) {
    at = lineStart(text, at - 1)
    const indent = /\S/.exec(text.slice(at, nextLine(text, at)))?.index ?? -1
    if (indent >= 0 && (text[at + indent] !== '#' || indent > column)) break
    start = at
  }
  return start
}
