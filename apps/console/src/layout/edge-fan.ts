import { type EdgeLine, edgeLine, edgePath } from './edge-path.ts'
import { lanesOf, type Span } from './lanes.ts'
import type { PlacedEdge, PlacedNode, Rect } from './placed.ts'

export interface DrawnEdge extends PlacedEdge {
  readonly line: EdgeLine
  readonly path: string
  /** It leads from a step to a shared record, and is no part of the way that a request takes. */
  readonly isAside?: true
}

/** An end of a fan: the other node of one edge. */
interface Spoke {
  readonly source: PlacedNode
  readonly target: PlacedNode
  readonly stands: number
  readonly y: number
  edge: DrawnEdge | null
}

/**
 * Edges that share an end and the vertical piece beside it: of a parent to its children, and of those that use a target.
 * Eleven thousand edges into one integration all run through one trunk; where neither of their ends is near, the first
 * and the last of them draw it.
 *
 *   parent ─┬─ child        GET ──┐
 *           ├─ child        POST ─┼─► target
 *           └─ child        PUT ──┘
 */
export class EdgeFan {
  readonly #spokes: Spoke[] = []
  readonly #ends: 'source' | 'target'
  #lane = 0
  #isSorted = true
  #left = Number.POSITIVE_INFINITY
  #right = Number.NEGATIVE_INFINITY
  #top = Number.POSITIVE_INFINITY
  #bottom = Number.NEGATIVE_INFINITY

  /** `ends`: which end of its edges is not shared. */
  constructor(ends: 'source' | 'target') {
    this.#ends = ends
  }

  add(source: PlacedNode, target: PlacedNode, stands: number): void {
    const { sx, sy, mx, tx, ty } = edgeLine(source, target)
    const y = this.#ends === 'target' ? ty : sy
    const last = this.#spokes.at(-1)
    if (last && last.y > y) this.#isSorted = false
    this.#spokes.push({ source, target, stands, y, edge: null })
    this.#left = Math.min(this.#left, sx, mx, tx)
    this.#right = Math.max(this.#right, sx, mx, tx)
    this.#top = Math.min(this.#top, sy, ty)
    this.#bottom = Math.max(this.#bottom, sy, ty)
  }

  /** Puts its trunk into a lane of its own, before any of its edges is drawn. */
  set lane(lane: number) {
    this.#lane = lane
    for (const { source, target } of this.#spokes)
      this.#left = Math.min(this.#left, edgeLine(source, target, lane).mx)
  }

  /** How far its vertical piece runs. */
  get span(): Span {
    return { top: this.#top, bottom: this.#bottom }
  }

  /** Adds the edges of it that a rectangle shows: those that end there, and two for what only passes. */
  collect({ x, y, width, height }: Rect, into: DrawnEdge[]): void {
    if (this.#left > x + width || this.#right < x || this.#top > y + height || this.#bottom < y) return
    const spokes = this.#sorted()
    const from = lowerBound(spokes, y)
    const to = lowerBound(spokes, y + height)
    for (let at = from; at < to; at++) into.push(this.#edgeOf(spokes[at]!))
    if (from > 0) into.push(this.#edgeOf(spokes[0]!))
    if (to < spokes.length) into.push(this.#edgeOf(spokes.at(-1)!))
  }

  #sorted(): readonly Spoke[] {
    if (!this.#isSorted) this.#spokes.sort((a, b) => a.y - b.y)
    this.#isSorted = true
    return this.#spokes
  }

  #edgeOf(spoke: Spoke): DrawnEdge {
    if (!spoke.edge) {
      const { source, target, stands } = spoke
      const line = edgeLine(source, target, this.#lane)
      const id = `${source.id}>${target.id}`
      spoke.edge = { id, source: source.id, target: target.id, stands, line, path: edgePath(line) }
    }
    return spoke.edge
  }
}

/**
 * Gives the trunks that lead into one column lanes, so that those to different nodes don't run in one line: who looks
 * at it sees which edge goes where. In the order of the fans; deterministic.
 */
export function giveLanes(fans: readonly EdgeFan[]): void {
  for (const [at, lane] of lanesOf(fans.map((fan) => fan.span)).entries()) if (lane > 0) fans[at]!.lane = lane
}

/** The first spoke that is not above. */
function lowerBound(spokes: readonly Spoke[], y: number): number {
  let [low, high] = [0, spokes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spokes[middle]!.y < y) low = middle + 1
    else high = middle
  }
  return low
}
