import type { Json, JsonObject } from '@penstock/model'
import { isObject, own, put } from '../json.ts'
import type { LiveText } from './live-text.ts'
import { type Entry, lineStart, type MapNode, nextLine, type TextEdit, type UnreadNode } from './text-tree.ts'

/** The member whose text an edit changed, and how far everything behind it moved. */
export interface Retyped {
  readonly root: MapNode
  readonly entry: Entry
  /** What the whole document says, when the member says this. */
  withValue(value: Json): JsonObject
}

/**
 * The places in a text after an edit within one member, without looking at the rest: keystrokes in a document of
 * megabytes. Null where the edit may have made members of others, or of none.
 */
export function retype(before: LiveText, text: string, edit: TextEdit): Retyped | null {
  const { root, syntax } = before
  const way = root && wayTo(root, edit)
  if (!root || !way) return null
  const { entry } = way.at(-1)!
  const grown = edit.text.length - (edit.end - edit.start)
  const value = entry.value as UnreadNode
  const changed: Entry = { ...entry, value: { ...value, to: value.to + grown } }
  const isWhole = syntax === 'json' ? edit.start > entry.valueStart : isOneMember(text, changed)
  if (!isWhole) return null
  return {
    root: moved(root, edit.end, grown, entry, changed),
    entry: changed,
    withValue: (said) =>
      withValue(
        before.value,
        way.map((step) => step.entry.key),
        said,
      ),
  }
}

interface Step {
  readonly entry: Entry
}

/** The members around an edit down to one that is not read; null where it is not inside of a single one. */
function wayTo(root: MapNode, edit: TextEdit): Step[] | null {
  const way: Step[] = []
  let node: MapNode = root
  for (;;) {
    const { entries } = node
    const at = lastBefore(entries, edit.start)
    const entry = entries[at]
    if (!entry) return null
    way.push({ entry })
    if (entry.value.kind === 'unread') {
      const { from, to } = entry.value
      return from <= edit.start && edit.start > entry.keyStart && edit.end < to ? way : null
    }
    if (entry.value.kind !== 'map') return null
    node = entry.value
  }
}

/** The last member whose key begins before an offset. */
function lastBefore(entries: readonly Entry[], offset: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]!.keyStart < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whether the lines of a member still are those of one: its own in its column, all others further in. */
function isOneMember(text: string, { key, keyStart, valueStart, value }: Entry): boolean {
  const { from, to } = value as UnreadNode
  const column = keyStart - lineStart(text, keyStart)
  const head = text.slice(keyStart, valueStart)
  if (!(head === `${key}:` || head === `'${key}':` || head === `"${key}":`)) return false
  if (!/^[ \t\r\n]/.test(text.slice(valueStart, valueStart + 1)) && valueStart < to) return false
  // A text without a line break at its end has none to keep the next member apart.
  if (to < text.length && text[to - 1] !== '\n') return false
  for (let at = nextLine(text, from); at < to; at = nextLine(text, at)) {
    let first = at
    while (text.charCodeAt(first) === 32) first++
    const code = text.charCodeAt(first)
    const isEmpty = first >= to || code === 10 || code === 35 || code === 13
    if (!isEmpty && first - at <= column) return false
  }
  return true
}

/** The places with everything behind an offset moved, and one member exchanged. */
function moved(node: MapNode, behind: number, by: number, entry: Entry, changed: Entry): MapNode {
  const move = (offset: number) => (offset >= behind ? offset + by : offset)
  const entries = node.entries.map((each): Entry => {
    if (each === entry) return changed
    const { key, value } = each
    if (value.kind === 'unread') {
      if (value.to <= behind || by === 0) return each
      return {
        key,
        keyStart: move(each.keyStart),
        valueStart: move(each.valueStart),
        value: { kind: 'unread', from: move(value.from), to: move(value.to) },
      }
    }
    if (value.kind !== 'map' || value.end < behind) return each
    return {
      key,
      keyStart: move(each.keyStart),
      valueStart: move(each.valueStart),
      value: moved(value, behind, by, entry, changed),
    }
  })
  return { ...node, start: move(node.start), end: move(node.end), entries }
}

function withValue(value: JsonObject, keys: readonly string[], said: Json): JsonObject {
  const [key, ...below] = keys
  const out: JsonObject = {}
  for (const each of Object.keys(value)) put(out, each, value[each]!)
  const inner = own(value, key!)
  put(out, key!, below.length > 0 && isObject(inner) ? withValue(inner, below, said) : said)
  return out
}
