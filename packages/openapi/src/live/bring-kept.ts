import { type Definition, type JsonObject, resourceTree } from '@penstock/model'
import { isObject, own, put } from '../json.ts'
import { pointerOf, tokensOf } from '../pointer.ts'
import { headOf } from './bring-part.ts'
import { hasMembers } from './compose-text.ts'
import { keptAs } from './keep-changes.ts'
import type { Kept } from './kept-part.ts'
import { bringTo, type LiveText } from './live-text.ts'
import { indented, inOrderOf, type Piece, piecesOf, valueAt } from './pieces.ts'
import { placeOf } from './record-places.ts'
import { scanYaml } from './scan-yaml.ts'
import {
  applyEdits,
  type Entry,
  isSection,
  joinEdits,
  type MapNode,
  type TextEdit,
  type TextNode,
  type UnreadNode,
} from './text-tree.ts'

/** What members that come to a text are brought from. */
export interface Origins {
  /** Each part at the place where it belongs by then. */
  readonly kept: Kept
  /** Whether every member that has another name stays as it stands, and not only those of which something is kept. */
  readonly isTyped: boolean
  readonly before: Definition
  readonly after: Definition
}

/**
 * A text that is to say `target`, with members that come to it in the words that were kept of them, and those of a
 * record that has another name by now in the words in which they stand. Null where that is nothing more than `bringTo` does.
 */
export function bringKept(before: LiveText, target: JsonObject, origins: () => Origins): LiveText | null {
  if (before.syntax !== 'yaml' || !before.root || before.root.flow) return null
  const added = newPlaces(before.value, target, [])
  if (added.length === 0) return null
  const { kept, isTyped, ...definitions } = origins()
  if (kept.has('')) return null
  const places = new Set(added.filter((place) => isTyped || kept.has(place)))
  const renamed = renameMembers(before, renamesTo(places, definitions))
  if (!renamed) return null
  const coming = new Set(
    [...places].filter((place) => kept.has(place) && valueAt(renamed.value, tokensOf(place)) === undefined),
  )
  if (renamed.text === before.text && coming.size === 0) return null
  const brought = bringTo(renamed, target).after
  if (!brought.root || brought.root.flow) return null
  const edits: TextEdit[] = []
  for (const [place, piece] of piecesOf(brought.text, brought.root)) {
    const text = coming.has(place) ? keptAs(piece, kept.get(place)!.text, target) : undefined
    if (text === undefined) continue
    edits.push({
      start: keyLineOf(brought.text, piece),
      end: piece.end,
      text: indented(text, piece.column),
    })
  }
  return withEdits(brought, edits)
}

interface Rename {
  readonly from: string
  readonly to: string
}

function* renamesTo(
  places: ReadonlySet<string>,
  { before, after }: { readonly before: Definition; readonly after: Definition },
): Generator<Rename> {
  if (places.size === 0) return
  const { paths } = resourceTree(after)
  for (const [id, record] of after) {
    const was = before.get(id)
    // What is on a path has another one with those above it, as it is.
    if (!was || (was === record && !paths.has(id))) continue
    // What is said in the member of another has no place of its own among these.
    const to = placeOf(after, id)
    if (to === undefined || !places.has(to)) continue
    const from = placeOf(before, id)
    if (from !== undefined && from !== to) yield { from, to }
  }
}

/** Their keys, where they stand: nothing else of them is touched. */
function renameMembers(before: LiveText, renames: Iterable<Rename>): LiveText | null {
  const edits: TextEdit[] = []
  let { value } = before
  for (const rename of renames) {
    const [path, to] = [tokensOf(rename.from), tokensOf(rename.to)]
    const entry = entryAt(before.root!, path)
    const head = headOf(to.at(-1)!)
    const isSibling = pointerOf(...path.slice(0, -1)) === pointerOf(...to.slice(0, -1))
    if (!entry || head === undefined || !isSibling) continue
    edits.push({ start: entry.keyStart, end: entry.valueStart, text: head })
    value = withKey(value, path, to.at(-1)!)
  }
  return withEdits({ ...before, value }, edits)
}

function entryAt(root: MapNode, path: readonly string[]): Entry | undefined {
  let node: TextNode | UnreadNode = root
  let entry: Entry | undefined
  for (const token of path) {
    entry = node.kind === 'map' ? node.entries.find(({ key }) => key === token) : undefined
    if (!entry) return undefined
    node = entry.value
  }
  return entry
}

function withKey(value: JsonObject, [first, ...rest]: readonly string[], to: string): JsonObject {
  const out: JsonObject = {}
  for (const [key, said] of Object.entries(value)) {
    if (key !== first) put(out, key, said)
    else if (rest.length === 0) put(out, to, said)
    else put(out, key, isObject(said) ? withKey(said, rest, to) : said)
  }
  return out
}

/** The text with these edits, which change nothing of what it says. */
function withEdits(before: LiveText, edits: readonly TextEdit[]): LiveText | null {
  const text = applyEdits(before.text, joinEdits(edits))
  const root = scanYaml(text)
  return root && hasMembers(root, inOrderOf(root, before.value), []) ? { ...before, text, root } : null
}

/** Where the line of its key begins, below the comments. */
function keyLineOf(text: string, { start, end }: Piece): number {
  const [lead] = /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text.slice(start, end))!
  return start + lead.length
}

/** The members of the root and of the sections that were not there. */
function newPlaces(before: JsonObject | undefined, after: JsonObject, path: readonly string[]): string[] {
  if (before === after) return []
  return Object.entries(after).flatMap(([key, value]) => {
    const [below, was] = [[...path, key], before && own(before, key)]
    const isBelow = isSection(below) && isObject(value)
    const inside = isBelow ? newPlaces(isObject(was) ? was : undefined, value, below) : []
    return was === undefined ? [pointerOf(...below), ...inside] : inside
  })
}
