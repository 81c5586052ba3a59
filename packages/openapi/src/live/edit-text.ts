import type { Json, JsonObject } from '@penstock/model'
import { isObject, own, sameJson } from '../json.ts'
import { alignItems } from './align-items.ts'
import { readEntry } from './read-node.ts'
import {
  type Entry,
  joinEdits,
  lineStart,
  type MapNode,
  nextLine,
  type SequenceNode,
  type TextEdit,
  type TextNode,
  UnsupportedText,
} from './text-tree.ts'
import { behindColon, flowValue, inQuotes, itemLines, memberLines, type Style } from './write-value.ts'

export interface EditOptions extends Style {
  /** Writes a member that has not been read yet as a whole, where the smaller edit did not do. */
  readonly coarse?: boolean
}

/**
 * The edits that turn a text that says `before` into one that says `after`: only what differs is written, in the style
 * that is there, and everything else (order, spacing, comments) stays. Throws UnsupportedText where it can't tell.
 */
export function editText(
  text: string,
  root: MapNode,
  before: JsonObject,
  after: JsonObject,
  options: EditOptions,
): TextEdit[] {
  const editor = new Editor(text, options)
  editor.map(root, before, after, null)
  return joinEdits(editor.edits)
}

/** Where a value stands: what must be written with it when it is replaced. */
type Holder =
  | { readonly kind: 'member'; readonly entry: Entry; readonly node: TextNode; readonly flow: boolean }
  | { readonly kind: 'item'; readonly node: TextNode; readonly column: number; readonly flow: boolean }

class Editor {
  readonly edits: TextEdit[] = []
  readonly #text: string
  readonly #style: EditOptions
  #endsLine: boolean

  constructor(text: string, style: EditOptions) {
    this.#text = text
    this.#style = style
    this.#endsLine = text.endsWith('\n')
  }

  map(node: MapNode, before: JsonObject, after: JsonObject, holder: Holder | null): void {
    const { entries, flow } = node
    if (entries.length !== Object.keys(before).length) throw new UnsupportedText('Keys from elsewhere.')
    const removed = entries.filter(({ key }) => !Object.hasOwn(after, key))
    const isOnLines = flow || entries.every((entry) => this.#beginsLine(entry.keyStart))
    const starts = removed.includes(entries[0]!)
    if (removed.length === entries.length || (starts && !flow && !this.#beginsLine(entries[0]!.keyStart))) {
      if (!holder) throw new UnsupportedText('Nothing of the document is left.')
      this.#replace(holder, undefined, after)
      return
    }
    if (!isOnLines && entries.slice(1).some((entry) => !this.#beginsLine(entry.keyStart)))
      throw new UnsupportedText('Members share a line.')
    for (const entry of entries) {
      const [from, to] = [own(before, entry.key), own(after, entry.key)]
      if (from === undefined) throw new UnsupportedText('A key from elsewhere.')
      if (to === undefined || from === to || sameJson(from, to)) continue
      if (entry.value.kind === 'unread' && this.#style.coarse) this.#rewrite(entry, to, flow)
      else {
        const value = readEntry(this.#text, entry, this.#style.syntax)
        this.#value(value, from, to, { kind: 'member', entry, node: value, flow })
      }
    }
    if (flow)
      this.#removeFlow(
        node,
        removed.map((entry) => entries.indexOf(entry)),
      )
    else
      for (const entry of removed) this.#remove(lineStart(this.#text, entry.keyStart), this.#lineEnd(entry))
    this.#addMembers(node, after)
  }

  #value(node: TextNode, before: Json, after: Json, holder: Holder): void {
    if (sameJson(before, after)) return
    if (node.kind === 'map' && isObject(before) && isObject(after)) this.map(node, before, after, holder)
    else if (node.kind === 'sequence' && Array.isArray(before) && Array.isArray(after))
      this.#sequence(node, before, after, holder)
    else this.#replace(holder, before, after)
  }

  #sequence(node: SequenceNode, before: readonly Json[], after: readonly Json[], holder: Holder): void {
    const { items, flow } = node
    if (items.length !== before.length) throw new UnsupportedText('Items from elsewhere.')
    const steps = alignItems(before, after)
    if (!steps.some(({ kind }) => kind === 'keep')) {
      this.#replace(holder, undefined, after as Json)
      return
    }
    const column = flow ? 0 : this.#dashColumn(items[0]!)
    if (!flow) for (const item of items) this.#dashColumn(item)
    let last = -1
    const removed: number[] = []
    for (const step of steps) {
      if (step.kind === 'keep') {
        last = step.from
        const item = items[step.from]!
        this.#value(item, before[step.from]!, after[step.to]!, { kind: 'item', node: item, column, flow })
      } else if (step.kind === 'remove') removed.push(step.from)
      else if (flow) this.#addFlow(node, last, after[step.to]!)
      else {
        const at = last < 0 ? lineStart(this.#text, items[0]!.start) : nextLine(this.#text, items[last]!.end)
        this.#insertLines(at, itemLines(after[step.to]!, column, this.#style))
      }
    }
    if (flow) this.#removeFlow(node, removed)
    else
      for (const at of removed)
        this.#remove(lineStart(this.#text, items[at]!.start), nextLine(this.#text, items[at]!.end))
  }

  /** Members that were not there, each behind the one that comes before it in `after` and is there. */
  #addMembers(node: MapNode, after: JsonObject): void {
    const { entries, flow } = node
    const there = new Map(entries.map((entry, at) => [entry.key, at]))
    let last = -1
    for (const key of Object.keys(after)) {
      const at = there.get(key)
      if (at !== undefined) last = at
      else if (flow) this.#addFlow(node, last, after[key]!, key)
      else {
        const first = entries[0]!
        const column = first.keyStart - lineStart(this.#text, first.keyStart)
        const lines = memberLines(key, after[key]!, column, this.#style)
        if (last >= 0) this.#insertLines(this.#lineEnd(entries[last]!), lines)
        else if (this.#beginsLine(first.keyStart)) this.#insertLines(this.#leadStart(first.keyStart), lines)
        else this.#put(first.keyStart, first.keyStart, lines.trimStart() + ' '.repeat(column))
      }
    }
  }

  #replace(holder: Holder, before: Json | undefined, after: Json): void {
    const { node, flow } = holder
    const column = this.#indentation(node.start)
    const quoted = node.kind === 'scalar' && before !== undefined ? inQuotes(after, node.quote) : undefined
    if (quoted !== undefined) this.#put(node.start, node.end, quoted)
    else if (flow) this.#put(node.start, node.end, flowValue(after, column, this.#style))
    else if (holder.kind === 'item') {
      const lines = itemLines(after, holder.column, this.#style)
      this.#put(node.start, node.end, lines.trimStart().slice('- '.length).trimEnd())
    } else {
      const { keyStart, valueStart } = holder.entry
      const key = keyStart - lineStart(this.#text, keyStart)
      const said = behindColon(after, key, this.#style)
      const isCommented = /^[ \t]+#/.test(this.#text.slice(node.end, nextLine(this.#text, node.end)))
      if (!isCommented || !said.includes('\n')) this.#put(valueStart, node.end, said)
      // What takes more than a line would take the comment along: a text stays on the line, other things go below it.
      else if (!said.startsWith('\n')) this.#put(valueStart, node.end, ` ${JSON.stringify(after)}`)
      else {
        this.#remove(valueStart, node.end)
        this.#insertLines(nextLine(this.#text, node.end), `${said.slice(1)}\n`)
      }
    }
  }

  /** A member that was only found: its lines as a whole. */
  #rewrite(entry: Entry, after: Json, flow: boolean): void {
    const { value, keyStart, valueStart } = entry
    if (value.kind !== 'unread') throw new UnsupportedText('Not to be written as a whole.')
    const column = this.#indentation(keyStart)
    if (flow) this.#put(valueStart, value.to, ` ${flowValue(after, column, this.#style)}`)
    else {
      const end = keyStart + this.#text.slice(keyStart, value.to).trimEnd().length
      this.#put(valueStart, end, behindColon(after, column, this.#style))
    }
  }

  #addFlow(node: MapNode | SequenceNode, last: number, value: Json, key?: string): void {
    const parts = node.kind === 'map' ? node.entries : node.items
    const first = parts[0]
    const begin = (part: Entry | TextNode) => ('keyStart' in part ? part.keyStart : part.start)
    // A line for each, where the first has one.
    const lines = first !== undefined && this.#text.slice(node.start, begin(first)).includes('\n')
    const column = first && lines ? this.#indentation(begin(first)) : this.#indentation(node.start)
    const gap = lines ? `\n${' '.repeat(column)}` : ' '
    const said = (key === undefined ? '' : `${JSON.stringify(key)}: `) + flowValue(value, column, this.#style)
    if (last >= 0) this.#put(this.#partEnd(parts[last]!), this.#partEnd(parts[last]!), `,${gap}${said}`)
    else if (first) this.#put(begin(first), begin(first), `${said},${gap}`)
    else this.#put(node.start + 1, node.start + 1, said)
  }

  #removeFlow(node: MapNode | SequenceNode, removed: readonly number[]): void {
    const parts = node.kind === 'map' ? node.entries : node.items
    const begin = (part: Entry | TextNode) => ('keyStart' in part ? part.keyStart : part.start)
    const isGone = new Set(removed)
    for (const at of removed) {
      // The first of those that stay keeps its place; what is before it goes with the comma behind.
      const isLeading = parts.slice(0, at).every((_, index) => isGone.has(index))
      if (isLeading) this.#remove(begin(parts[at]!), begin(parts[at + 1]!))
      else this.#remove(this.#partEnd(parts[at - 1]!), this.#partEnd(parts[at]!))
    }
  }

  #partEnd(part: Entry | TextNode): number {
    return 'keyStart' in part ? readEntry(this.#text, part, this.#style.syntax).end : part.end
  }

  #lineEnd(entry: Entry): number {
    return nextLine(this.#text, readEntryEnd(this.#text, entry, this.#style))
  }

  #insertLines(at: number, lines: string): void {
    if (at === this.#text.length && !this.#endsLine) {
      this.#endsLine = true
      this.#put(at, at, '\n')
    }
    this.#put(at, at, lines)
  }

  #remove(start: number, end: number): void {
    this.#put(start, end, '')
  }

  #put(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text })
  }

  /** Where the comments above a member begin, which stay above it; at the root its own line, for they may be the document's. */
  #leadStart(keyStart: number): number {
    let start = lineStart(this.#text, keyStart)
    if (start === keyStart) return start
    for (let at = start; at > 0; ) {
      at = lineStart(this.#text, at - 1)
      const line = this.#text.slice(at, nextLine(this.#text, at)).trim()
      if (line !== '' && !line.startsWith('#')) break
      if (line !== '') start = at
    }
    return start
  }

  #beginsLine(at: number): boolean {
    return /^[ \ufeff]*$/.test(this.#text.slice(lineStart(this.#text, at), at))
  }

  /** The column of the first character of a line. */
  #indentation(at: number): number {
    const start = lineStart(this.#text, at)
    let end = start
    while (this.#text[end] === ' ') end++
    return end - start
  }

  /** Where the dash of an item stands, which must be the first on its line. */
  #dashColumn(item: TextNode): number {
    const start = lineStart(this.#text, item.start)
    const found = /^( *)- +$/.exec(this.#text.slice(start, item.start))
    if (!found) throw new UnsupportedText('A list in a list.')
    return found[1]!.length
  }
}

function readEntryEnd(text: string, entry: Entry, { syntax }: Style): number {
  const node = readEntry(text, entry, syntax)
  const last = node.kind === 'map' && !node.flow ? node.entries.at(-1) : undefined
  // Of a section only its last member is read.
  return last ? readEntryEnd(text, last, { syntax, indent: 0 }) : node.end
}
