import type { Position } from '../../editor/index.ts'

/** A node as it stands. */
export interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Moves = ReadonlyMap<string, Position>

export type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

/** Puts boxes in one line at an edge of the box around all of them, or at its middle. */
export function align(boxes: readonly Box[], edge: Edge): Moves {
  const { left, right, top, bottom } = extentOf(boxes)
  const places: Readonly<Record<Edge, (box: Box) => Position>> = {
    left: ({ y }) => ({ x: left, y }),
    center: ({ y, width }) => ({ x: (left + right - width) / 2, y }),
    right: ({ y, width }) => ({ x: right - width, y }),
    top: ({ x }) => ({ x, y: top }),
    middle: ({ x, height }) => ({ x, y: (top + bottom - height) / 2 }),
    bottom: ({ x, height }) => ({ x, y: bottom - height }),
  }
  return new Map(boxes.map((box) => [box.id, places[edge](box)]))
}

/** Makes the gaps between boxes equal; the first and the last stay. */
export function distribute(boxes: readonly Box[], axis: 'across' | 'down'): Moves {
  const [at, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const)
  const sorted = inOrder(boxes, at)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || sorted.length < 3) return new Map()
  const filled = sorted.reduce((sum, box) => sum + box[size], 0)
  const gap = (last[at] + last[size] - first[at] - filled) / (sorted.length - 1)
  let next = first[at]
  return new Map(
    sorted.map((box) => {
      const place = { x: box.x, y: box.y, [at]: next }
      next += box[size] + gap
      return [box.id, place]
    }),
  )
}

const columnGap = 48
const rowGap = 16

/**
 * Puts boxes into columns from where the first of them stands: those that overlap from left to right are one column, top
 * to bottom as they were. The same boxes always end in the same places, and tidying twice changes nothing more.
 */
export function tidy(boxes: readonly Box[]): Moves {
  const columns: Box[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const box of inOrder(boxes, 'x')) {
    if (box.x >= right) columns.push([])
    columns.at(-1)!.push(box)
    right = columns.at(-1)!.length === 1 ? box.x + box.width : right
  }
  const { left, top } = extentOf(boxes)
  const moves = new Map<string, Position>()
  let x = left
  for (const column of columns) {
    let y = top
    for (const box of inOrder(column, 'y')) {
      moves.set(box.id, { x, y })
      y += box.height + rowGap
    }
    x += Math.max(...column.map(({ width }) => width)) + columnGap
  }
  return moves
}

function inOrder(boxes: readonly Box[], at: 'x' | 'y'): Box[] {
  const other = at === 'x' ? 'y' : 'x'
  return [...boxes].sort((a, b) => a[at] - b[at] || a[other] - b[other] || (a.id < b.id ? -1 : 1))
}

/** The box around boxes. */
export function extentOf(boxes: readonly Box[]) {
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    top: Math.min(...boxes.map(({ y }) => y)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
  }
}
