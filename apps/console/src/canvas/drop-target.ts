import type { DrawnEdge, PlacedNode, SpatialIndex } from '../layout/index.ts'

/** What lies under something that is dragged: a node, else an edge, else nothing. */
export interface DropTarget {
  readonly node: PlacedNode | null
  readonly edge: DrawnEdge | null
}

/** How near to an edge a drop is meant for it, on the screen. */
const reachPx = 12

export function dropTargetAt(
  index: SpatialIndex,
  { x, y }: { x: number; y: number },
  zoom: number,
): DropTarget {
  const [node] = index.nodesIn({ x, y, width: 0, height: 0 })
  if (node) return { node, edge: null }
  const reach = reachPx / zoom
  let nearest: { edge: DrawnEdge; distance: number } | null = null
  for (const edge of index.edgesIn({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach })) {
    const distance = distanceTo(edge, x, y)
    if (distance <= reach && (!nearest || distance < nearest.distance)) nearest = { edge, distance }
  }
  return { node: null, edge: nearest?.edge ?? null }
}

/** To the pieces that it does not share: the trunk that many edges run through is none of them. */
function distanceTo({ line }: DrawnEdge, x: number, y: number): number {
  const { sx, sy, mx, tx, ty } = line
  const own = distanceToLevel(sx, mx, sy, x, y)
  return sy === ty ? Math.min(own, distanceToLevel(mx, tx, ty, x, y)) : own
}

function distanceToLevel(from: number, to: number, at: number, x: number, y: number): number {
  const beside = Math.max(Math.min(from, to) - x, x - Math.max(from, to), 0)
  return Math.hypot(beside, at - y)
}
