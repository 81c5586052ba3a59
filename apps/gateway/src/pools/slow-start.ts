/** A target that gets nothing never warms up. */
const least = 0.1

/** How much of its share a target gets that has stood for `elapsedMs`: it grows evenly over `overMs`. */
export function grownShare(elapsedMs: number, overMs: number): number {
  return Math.min(1, Math.max(least, elapsedMs / overMs))
}
