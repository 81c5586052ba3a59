/**
 * Two edits of the same lines as one: what only one of them changed is as they left it. Where both changed the same
 * lines mine stay, with the comments of theirs: behind the same line, or else above.
 */
export function mergeLines(base: string, theirs: string, mine: string): string {
  const [from, left, right] = [base.split('\n'), theirs.split('\n'), mine.split('\n')]
  const [toLeft, toRight] = [matchLines(from, left), matchLines(from, right)]
  const out: string[] = []
  let [b, l, r] = [0, 0, 0]
  for (;;) {
    // The next line of the base that both still have.
    let next = b
    while (next < from.length && (toLeft[next]! < l || toRight[next]! < r)) next++
    const [leftEnd, rightEnd] =
      next < from.length ? [toLeft[next]!, toRight[next]!] : [left.length, right.length]
    out.push(...mergeHunk(from.slice(b, next), left.slice(l, leftEnd), right.slice(r, rightEnd)))
    if (next === from.length) return out.join('\n')
    out.push(from[next]!)
    ;[b, l, r] = [next + 1, leftEnd + 1, rightEnd + 1]
  }
}

function mergeHunk(base: string[], theirs: string[], mine: string[]): string[] {
  if (same(theirs, base)) return mine
  if (same(mine, base) || same(mine, theirs)) return theirs
  const known = new Set([...base, ...mine])
  const said = new Set(mine.map((line) => behind(line).comment ?? line.trim()))
  const out = [...mine]
  const above: string[] = []
  for (const line of theirs.filter((other) => !known.has(other))) {
    if (isComment(line)) above.push(line)
    const { indent, code, comment } = behind(line)
    if (comment === undefined || !isClosed(code)) continue
    const at = out.indexOf(indent + code)
    if (at >= 0) out[at] = line
    else if (!said.has(comment)) above.push(indent + comment)
  }
  return [...above, ...out]
}

/** A line with a comment behind what it says; without one where it has none, or is nothing else. */
function behind(line: string) {
  const [, indent = '', code = '', comment] = /^(\s*)([^\s#].*?)\s+(#.*)$/.exec(line) ?? []
  return { indent, code, comment }
}

/** Whether what is behind it is not in a text in quotes. */
function isClosed(code: string): boolean {
  return [`'`, '"'].every((quote) => code.split(quote).length % 2 === 1)
}

export function isComment(line: string): boolean {
  return /^\s*(#.*)?$/.test(line)
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at])
}

/** For each line of `from` the line of `to` that it became, in order; -1 for one that is gone. */
export function matchLines(from: readonly string[], to: readonly string[]): number[] {
  const out = from.map(() => -1)
  let head = 0
  while (head < from.length && head < to.length && from[head] === to[head]) out[head] = head++
  let tail = 0
  const most = Math.min(from.length, to.length) - head
  while (tail < most && from.at(-1 - tail) === to.at(-1 - tail)) {
    tail++
    out[from.length - tail] = to.length - tail
  }
  const [rows, columns] = [from.length - tail - head, to.length - tail - head]
  // Members are short; of one that is not, what differs is taken as one change.
  if (rows * columns > 1_000_000) return out
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i]![j] =
        from[head + i] === to[head + j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (from[head + i] === to[head + j]) out[head + i++] = head + j++
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return out
}
