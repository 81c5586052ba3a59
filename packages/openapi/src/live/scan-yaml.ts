import { type Entry, isSection, type MapNode, nextLine, type TextNode, type UnreadNode } from './text-tree.ts'

interface Member {
  readonly key: string
  readonly keyStart: number
  readonly valueStart: number
  /** Where its line begins. */
  readonly from: number
}

interface OpenSection {
  readonly path: readonly string[]
  readonly member: Member | null
  /** The column of its members; -1 until the first is there. */
  indent: number
  readonly entries: Entry[]
}

/**
 * The members of the root and of the sections of a YAML document, by the beginnings of lines alone: milliseconds for
 * what takes a second to read. Null for what can't be told by that (flow style, directives, documents in a row); such a
 * text is read as a whole.
 */
export function scanYaml(text: string): MapNode | null {
  const open: OpenSection[] = [{ path: [], member: null, indent: 0, entries: [] }]
  /** The member whose lines are being passed. */
  let leaf: Member | null = null
  let isStart = true
  const top = () => open.at(-1)!
  const close = (end: number) => {
    const { member, entries } = open.pop()!
    const map: TextNode | null =
      entries.length > 0 ? { kind: 'map', flow: false, start: entries[0]!.keyStart, end, entries } : null
    top().entries.push(entryOf(member!, map ?? { kind: 'unread', from: member!.from, to: end }))
  }
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at = nextLine(text, at)) {
    let first = at
    while (text.charCodeAt(first) === space) first++
    const column = first - at
    if (isEmptyLine(text, first)) continue
    if (isStart && text.startsWith('---', at)) {
      if (text.slice(at + 3, nextLine(text, at)).trim() !== '') return null
      isStart = false
      continue
    }
    isStart = false
    if (leaf && column > top().indent) continue
    const isItem = text.charCodeAt(first) === dash && isBreak(text.charCodeAt(first + 1))
    // Items of a list may stand in the column of the key above them.
    if (leaf && isItem && column === top().indent) continue
    if (leaf) {
      top().entries.push(entryOf(leaf, { kind: 'unread', from: leaf.from, to: at }))
      leaf = null
    }
    if (top().indent < 0) {
      const above = open.at(-2)!.indent
      if (isItem && column >= above) {
        leaf = open.pop()!.member
        continue
      }
      if (column > above) top().indent = column
      else close(at)
    }
    while (open.length > 1 && column < top().indent) close(at)
    if (column !== top().indent) return null
    const found = readKey(text, first)
    if (!found) return null
    const member = { key: found.key, keyStart: first, valueStart: found.valueStart, from: at }
    const path = [...top().path, found.key]
    if (found.isBare && isSection(path)) open.push({ path, member, indent: -1, entries: [] })
    else leaf = member
  }
  if (leaf) top().entries.push(entryOf(leaf, { kind: 'unread', from: leaf.from, to: text.length }))
  while (open.length > 1) close(text.length)
  const { entries } = open[0]!
  if (entries.length === 0) return null
  return { kind: 'map', flow: false, start: entries[0]!.keyStart, end: text.length, entries }
}

const space = 32
const dash = 45

function entryOf({ key, keyStart, valueStart }: Member, value: TextNode | UnreadNode): Entry {
  return { key, keyStart, valueStart, value }
}

function isBreak(code: number): boolean {
  return Number.isNaN(code) || code === space || code === 10 || code === 13
}

/** Blank, or a comment. */
function isEmptyLine(text: string, first: number): boolean {
  const code = text.charCodeAt(first)
  if (Number.isNaN(code) || code === 10 || code === 35) return true
  return code === 13 && text.charCodeAt(first + 1) === 10
}

/** A key as people write them; null for what is none, or a stranger one. */
function readKey(text: string, at: number) {
  const line = text.slice(at, nextLine(text, at))
  const found = keyPattern.exec(line)
  if (!found) return null
  const [whole, double, single, plain] = found
  if (plain !== undefined && plain.includes(' #')) return null
  const key =
    double === undefined ? (single?.replaceAll("''", "'") ?? plain!) : double.replace(/\\(["\\/])/g, '$1')
  if (key === '<<') return null
  const after = line.slice(whole.length).trim()
  return { key, valueStart: at + whole.length, isBare: after === '' || after.startsWith('#') }
}

const keyPattern =
  /^(?:"((?:[^"\\]|\\["\\/])*)"|'((?:[^']|'')*)'|([^\s\-?:,[\]{}#&*!|>'"%@`][^\n]*?|[-?:][^\s][^\n]*?))[ ]*:(?=[ \t\r\n]|$)/
