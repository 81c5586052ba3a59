import { type Entry, isSection, type MapNode } from './text-tree.ts'

/** The members of the root and of the sections of a JSON document. Null where the braces do not match. */
export function scanJson(text: string): MapNode | null {
  const start = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  const root = scanObject(text, start, [])
  return root && skipSpace(text, root.end) === text.length ? root : null
}

function scanObject(text: string, start: number, path: readonly string[]): MapNode | null {
  if (text[start] !== '{') return null
  const entries: Entry[] = []
  let at = skipSpace(text, start + 1)
  if (text[at] === '}') return { kind: 'map', flow: true, start, end: at + 1, entries }
  for (;;) {
    const keyEnd = text[at] === '"' ? skipString(text, at) : -1
    if (keyEnd < 0) return null
    const colon = skipSpace(text, keyEnd)
    if (text[colon] !== ':') return null
    const key = readString(text.slice(at, keyEnd))
    if (key === undefined) return null
    const begin = skipSpace(text, colon + 1)
    const below = [...path, key]
    const section = isSection(below) && text[begin] === '{' ? scanObject(text, begin, below) : null
    const end = section ? section.end : skipValue(text, begin)
    if (end < 0) return null
    const value = section ?? ({ kind: 'unread', from: at, to: end } as const)
    entries.push({ key, keyStart: at, valueStart: colon + 1, value })
    at = skipSpace(text, end)
    if (text[at] === '}') return { kind: 'map', flow: true, start, end: at + 1, entries }
    if (text[at] !== ',') return null
    at = skipSpace(text, at + 1)
  }
}

function readString(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at
    at++
  }
}

function skipString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 34) return at + 1
  }
  return -1
}

/** Behind the value that begins here, by its brackets alone; -1 where they do not match. */
function skipValue(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) {
      at = skipString(text, at) - 1
      if (at < 0) return -1
      if (depth === 0) return at + 1
    } else if (code === 123 || code === 91) depth++
    else if (code === 125 || code === 93) {
      if (depth === 0) return at > start ? trimEnd(text, start, at) : -1
      depth--
      if (depth === 0) return at + 1
    } else if (code === 44 && depth === 0) return at > start ? trimEnd(text, start, at) : -1
  }
  return -1
}

function trimEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length
}
