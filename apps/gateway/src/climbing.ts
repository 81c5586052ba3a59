const climbing = /(^|\/|\\|%2f|%5c)(\.|%2e){2}($|\/|\\|%2f|%5c)/i

/** Has a segment of two dots, plain or encoded: an upstream that resolves it would leave the folder that a route names. */
export function isClimbing(path: string): boolean {
  return climbing.test(path)
}
