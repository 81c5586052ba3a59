import { matchLines } from './merge-lines.ts'
import type { TextEdit } from './text-tree.ts'

/** The edits that turn one text into another, a line at a time. */
export function lineEdits(before: string, after: string): TextEdit[] {
  if (before === after) return []
  const [from, to] = [linesOf(before), linesOf(after)]
  const matches = matchLines(from, to)
  const edits: TextEdit[] = []
  let [start, end, next] = [0, 0, 0]
  for (let at = 0; at <= from.length; at++) {
    const match = at < from.length ? matches[at]! : to.length
    if (match >= 0) {
      const text = to.slice(next, match).join('')
      if (start < end || text !== '') edits.push({ start, end, text })
      next = match + 1
    }
    end += from[at]?.length ?? 0
    if (match >= 0) start = end
  }
  return edits
}

/** With their ends. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/)
}
