import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml'

/** A part of a text: its line and column from 1, and its first and last offset, which are on that line. */
export interface TextPlace {
  readonly line: number
  readonly column: number
  readonly start: number
  readonly end: number
}

/** Where a text in YAML, or in JSON, says a part of its value, or the nearest one on the way there. */
export function placeOfPath(text: string, path: readonly (string | number)[]): TextPlace {
  const lines = new LineCounter()
  let node: unknown = parseDocument<ParsedNode>(text, { lineCounter: lines }).contents
  let offset = 0
  for (const step of path) {
    const [key, value] = memberOf(node, step)
    const at = isNode(key) ? key.range?.[0] : isNode(value) ? value.range?.[0] : undefined
    if (at === undefined) break
    offset = at
    node = value
  }
  const { line, col } = lines.linePos(offset)
  const endOfLine = text.indexOf('\n', offset)
  const end = Math.min(endOfValue(node) ?? text.length, endOfLine < 0 ? text.length : endOfLine)
  return { line, column: col, start: offset, end: Math.max(offset, end) }
}

function endOfValue(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[1] : undefined
}

function memberOf(node: unknown, step: string | number): [key: unknown, value: unknown] {
  if (isSeq(node)) return [undefined, node.items[Number(step)]]
  if (!isMap(node)) return [undefined, undefined]
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return [pair?.key, pair?.value]
}
