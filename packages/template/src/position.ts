/** A place in a template source, both numbers counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Line and column of an offset. Walks the source, so call it for errors only. */
export function positionAt(source: string, offset: number): Position {
  let line = 1
  let lineStart = 0
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) {
    line++
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1 }
}
