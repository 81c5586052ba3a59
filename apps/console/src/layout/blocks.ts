import type { PlacedNode } from './placed.ts'
import type { SpatialIndex } from './spatial-index.ts'

/** A part of the tree seen from afar: one labelled box with a count. */
export interface Block {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly leaves: number
  readonly depth: number
}

/** Below this height on the screen a group is one block; above it its own groups are drawn. */
const wholeBelowPx = 90

/**
 * The picture under 35 %: each branch is a block as tall as its subtree, divided further only where the screen has
 * room to name the parts. Targets stay as they are.
 */
export function blocksOf(index: SpatialIndex, zoom: number): Block[] {
  const blocks: Block[] = []
  const visit = (node: PlacedNode) => {
    const height = (node.bottom - node.top) * zoom
    const children = index.children(node.id)
    const divides = children.length > 0 && (node.role === 'root' || height > wholeBelowPx)
    if (!divides) {
      blocks.push(block(node, node.right - node.x))
      return
    }
    blocks.push(block(node, node.width))
    for (const child of children) visit(child)
  }
  for (const node of index.graph.nodes) {
    if (node.role === 'root') visit(node)
    else if (node.role === 'target') blocks.push(block(node, node.width))
  }
  return blocks
}

function block(node: PlacedNode, width: number): Block {
  const { id, x, top, bottom, leaves, depth } = node
  return { id, x, y: top, width, height: bottom - top, leaves, depth }
}
