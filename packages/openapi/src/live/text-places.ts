import { pointerOf, tokensOf } from '../pointer.ts'
import type { LiveText } from './live-text.ts'
import { readEntry } from './read-node.ts'
import { type Entry, lineStart, type TextNode, UnsupportedText } from './text-tree.ts'

/** Where a member begins; where it is not there, where the nearest above it begins. */
export function offsetAt(text: LiveText, pointer: string): number {
  return entriesTo(text, tokensOf(pointer)).at(-1)?.keyStart ?? 0
}

/** The stretch of lines of what stands at a pointer; undefined where nothing does. */
export function rangeAt(text: LiveText, pointer: string): { start: number; end: number } | undefined {
  const tokens = tokensOf(pointer)
  const entries = entriesTo(text, tokens)
  const last = entries.at(-1)
  if (!last || entries.length < tokens.length) return undefined
  return { start: lineStart(text.text, last.keyStart), end: endOf(text, last) }
}

/** The pointer of the innermost member that an offset is in. */
export function pointerAt(text: LiveText, offset: number): string {
  const tokens: string[] = []
  let node: TextNode | null = text.root
  while (node?.kind === 'map') {
    // A member begins with its line: the cursor before its key is in it.
    const entry: Entry | undefined = node.entries.findLast(
      ({ keyStart }) => lineStart(text.text, keyStart) <= offset,
    )
    if (!entry) break
    tokens.push(entry.key)
    node = readOrNull(text, entry)
  }
  return pointerOf(...tokens)
}

function entriesTo(text: LiveText, tokens: readonly string[]): Entry[] {
  const found: Entry[] = []
  let node: TextNode | null = text.root
  for (const token of tokens) {
    const entry: Entry | undefined =
      node?.kind === 'map' ? node.entries.find(({ key }) => key === token) : undefined
    if (!entry) break
    found.push(entry)
    node = readOrNull(text, entry)
  }
  return found
}

function readOrNull(text: LiveText, entry: Entry): TextNode | null {
  try {
    return readEntry(text.text, entry, text.syntax)
  } catch (error) {
    if (error instanceof UnsupportedText) return null
    throw error
  }
}

function endOf(text: LiveText, entry: Entry): number {
  const node = readOrNull(text, entry)
  const last = node?.kind === 'map' && !node.flow ? node.entries.at(-1) : undefined
  if (last) return endOf(text, last)
  return node?.end ?? entry.valueStart
}
