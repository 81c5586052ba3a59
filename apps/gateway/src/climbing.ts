const climbing = /(^|\/|\\|%2f|%5c)(\.|%2e){2}($|\/|\\|%2f|%5c)/i

/** Has a segment of two dots, plain or encoded: an upstream that resolves it would leave the folder that a route names. */
export function isClimbing(path: string): boolean {
  // Few paths have either of what it takes.
  return (path.includes('..') || path.includes('%')) && climbing.test(path)
}

const dots = /(^|\/)(\.|%2e){1,2}($|\/)/i

/** Has a segment of one or two dots, which whoever resolves it leaves out (RFC 3986 §5.2.4): the path means another. */
export function hasDotSegment(path: string): boolean {
  return dots.test(path)
}
