import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml'

/** The line (from 1) of a place in a text in YAML, or of the nearest one on the way there. */
export function lineOfPath(text: string, path: readonly (string | number)[]): number {
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
  return lines.linePos(offset).line
}

function memberOf(node: unknown, step: string | number): [key: unknown, value: unknown] {
  if (isSeq(node)) return [undefined, node.items[Number(step)]]
  if (!isMap(node)) return [undefined, undefined]
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return [pair?.key, pair?.value]
}
