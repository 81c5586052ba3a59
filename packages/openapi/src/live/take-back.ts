import { isComment, matchLines } from './merge-lines.ts'

/**
 * A stretch of text without an edit that turned `before` into `typed`, where others wrote in it since: it is `now`, and
 * what they wrote stays. Lines that both changed stay as they are now.
 */
export function takeBack(before: string, typed: string, now: string): string {
  if (now === typed) return before
  const [from, back, here] = [typed.split('\n'), before.split('\n'), now.split('\n')]
  const [toBack, toHere] = [matchLines(from, back), matchLines(from, here)]
  /** Of each line the place now of it, or of the next that is still there. */
  const next = [...toHere, here.length]
  for (let at = from.length - 1; at >= 0; at--) if (next[at]! < 0) next[at] = next[at + 1]!
  const out: string[] = []
  let [b, h, at] = [0, 0, 0]
  while (at <= from.length) {
    // Up to the next line that was there before the edit, too.
    let end = at
    while (end < from.length && toBack[end]! < 0) end++
    const ours = back.slice(b, end < from.length ? toBack[end] : back.length)
    const isTheirs = ours.some((line) => !isComment(line)) && toHere.slice(at, end).some((to) => to < 0)
    if (!isTheirs) out.push(...ours)
    b += ours.length
    for (; at <= end; at++) {
      const isThere = at === from.length || toHere[at]! >= 0
      const to = next[at]!
      out.push(...here.slice(h, to))
      // Gone by another hand: what they wrote for it stands in its place.
      h = isThere ? to + 1 : to
      if (isThere && at < from.length && (at === end || isTheirs)) out.push(from[at]!)
    }
    b++
  }
  return out.join('\n')
}
