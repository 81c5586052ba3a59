import { type Box, extentOf } from './align.ts'

/** A line along which something that is dragged stands in one line with something else. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Snapped {
  readonly dx: number
  readonly dy: number
  readonly guides: readonly Guide[]
}

/** As far as dots of the canvas are apart, halved. */
export const gridPx = 12
/** How near an edge has to come to be drawn to another. */
const reachPx = 6

/** How far what is dragged has to be moved to stand in line with something near, else on the grid. */
export function snap(dragged: readonly Box[], others: readonly Box[]): Snapped {
  if (dragged.length === 0) return { dx: 0, dy: 0, guides: [] }
  const { left, top, right, bottom } = extentOf(dragged)
  const box = { id: '', x: left, y: top, width: right - left, height: bottom - top }
  const x = nearest(linesOf(box, 'x'), others, 'x')
  const y = nearest(linesOf(box, 'y'), others, 'y')
  const dx = x?.offset ?? toGrid(left)
  const dy = y?.offset ?? toGrid(top)
  const moved = { ...box, x: box.x + dx, y: box.y + dy }
  return { dx, dy, guides: [x, y].flatMap((found) => (found ? [guideOf(found, moved)] : [])) }
}

interface Found {
  readonly axis: 'x' | 'y'
  readonly offset: number
  readonly at: number
  readonly other: Box
}

/** Its left edge, middle and right edge; or its top, middle and bottom. */
function linesOf(box: Box, axis: 'x' | 'y'): readonly number[] {
  const size = axis === 'x' ? box.width : box.height
  return [box[axis], box[axis] + size / 2, box[axis] + size]
}

function nearest(lines: readonly number[], others: readonly Box[], axis: 'x' | 'y'): Found | null {
  let best: Found | null = null
  for (const other of others) {
    const theirs = linesOf(other, axis)
    for (const [which, line] of lines.entries()) {
      // Edge to the same edge, middle to middle: any other line would be drawn along nothing.
      const at = theirs[which]!
      const offset = at - line
      if (Math.abs(offset) <= reachPx && (!best || Math.abs(offset) < Math.abs(best.offset)))
        best = { axis, offset, at, other }
    }
  }
  return best
}

function guideOf({ axis, at, other }: Found, moved: Box): Guide {
  const [across, size] = axis === 'x' ? (['y', 'height'] as const) : (['x', 'width'] as const)
  return {
    axis,
    at,
    from: Math.min(other[across], moved[across]),
    to: Math.max(other[across] + other[size], moved[across] + moved[size]),
  }
}

function toGrid(at: number): number {
  return Math.round(at / gridPx) * gridPx - at
}
