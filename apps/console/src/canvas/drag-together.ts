import type { SpatialIndex } from '../layout/index.ts'

export type Places = Readonly<Record<string, { readonly x: number; readonly y: number }>>

/** Where what is dragged began: all that is selected if the node that is held is, also what the screen does not show. */
export function beginningOf(index: SpatialIndex, held: string, selected: readonly string[]): Places {
  const ids = selected.includes(held) ? selected : [held]
  return Object.fromEntries(
    ids.flatMap((id) => {
      const node = index.node(id)
      return node && node.role !== 'step' ? [[id, { x: node.x, y: node.y }] as const] : []
    }),
  )
}

/** What the pointer moved, and the same move for the rest of what it drags. */
export function draggedTogether(began: Places, moved: Places): Places {
  const [first] = Object.entries(moved)
  const from = first && began[first[0]]
  if (!from) return moved
  const [dx, dy] = [first[1].x - from.x, first[1].y - from.y]
  const all = Object.entries(began).map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }] as const)
  return { ...Object.fromEntries(all), ...moved }
}

/** What is dragged is snapped: not further than this. */
const snapPx = 24

/** Whether a node stands where it was dragged to, give or take what it was snapped by. */
export function isAbout(put: { x: number; y: number }, node: { x: number; y: number }): boolean {
  return Math.abs(put.x - node.x) <= snapPx && Math.abs(put.y - node.y) <= snapPx
}
