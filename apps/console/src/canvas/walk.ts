import type { PlacedNode, SpatialIndex } from '../layout/index.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The node that an arrow key leads to: along the edges left and right, through the column up and down. */
export function walk(index: SpatialIndex, from: string, direction: Direction): string | null {
  const node = index.node(from)
  if (!node) return null
  if (direction === 'left') return nearest(node, index.sources(from))
  if (direction === 'right') return index.children(from)[0]?.id ?? nearest(node, index.targets(from))
  const column = index
    .nodesIn({ x: node.x, y: index.bounds.y, width: node.width, height: index.bounds.height })
    .filter((other) => (direction === 'up' ? other.y < node.y : other.y > node.y))
  return nearest(node, column)
}

function nearest(from: PlacedNode, nodes: readonly PlacedNode[]): string | null {
  let best: { id: string; distance: number } | null = null
  for (const node of nodes) {
    const distance = Math.hypot(node.x - from.x, node.y - from.y)
    if (!best || distance < best.distance) best = { id: node.id, distance }
  }
  return best?.id ?? null
}
