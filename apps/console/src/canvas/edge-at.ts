import type { DrawnEdge } from '../layout/index.ts'

/** The edge at a point, if it is one: where several run through one trunk, none of them is meant. */
export function edgeAt(
  edges: readonly DrawnEdge[],
  point: { readonly x: number; readonly y: number },
  reach: number,
): DrawnEdge | null {
  const near = edges.filter(({ line }) => distanceTo(line, point) <= reach)
  return near.length === 1 ? near[0]! : null
}

/** To the nearest of its three pieces: out of the source, up or down, into the target. */
function distanceTo({ sx, sy, mx, tx, ty }: DrawnEdge['line'], { x, y }: { x: number; y: number }): number {
  return Math.min(
    Math.hypot(beyond(x, sx, mx), y - sy),
    Math.hypot(x - mx, beyond(y, sy, ty)),
    Math.hypot(beyond(x, mx, tx), y - ty),
  )
}

/** How far a number lies outside of a range. */
function beyond(at: number, a: number, b: number): number {
  return Math.max(0, Math.min(a, b) - at, at - Math.max(a, b))
}
