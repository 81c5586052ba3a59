import type { PlacedNode } from './placed.ts'
import type { SpatialIndex } from './spatial-index.ts'

/** A part of the tree seen from afar: one labelled box with a count. */
export interface Block {
  /** The node that it stands for; of several small ones, the first. */
  readonly id: string
  /** How many siblings it stands for. */
  readonly nodes: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly leaves: number
  /** A branch whose parts are drawn beside it: as tall as they are together. */
  readonly isDivided: boolean
}

/** A group is divided where one of its parts would be this tall on the screen: tall enough for a name. */
const nameablePx = 12
/** Between a divided branch and its parts. */
const gap = 12

/**
 * The picture under 35 %: each branch is a block as tall as its subtree, divided into its parts where the screen has
 * room to name one of them. Parts that are too small for that are drawn together. Targets stay as they are.
 *
 *   ┌───┬──────┬─────────┐
 *   │   │      │ /pulls  │
 *   │ / │/repos├─────────┤
 *   │   │      │ 41 more │
 *   │   ├──────┴─────────┘
 *   │   │/orgs │
 */
export function blocksOf(index: SpatialIndex, zoom: number): Block[] {
  const blocks: Block[] = []
  const isNameable = (node: PlacedNode) => (node.bottom - node.top) * zoom >= nameablePx
  const visit = (node: PlacedNode) => {
    const children = index.children(node.id)
    const isDivided = children.length > 0 && (node.role === 'root' || children.some(isNameable))
    const width = isDivided ? Math.max(node.width, children[0]!.x - node.x - gap) : node.right - node.x
    blocks.push(block([node], width, isDivided))
    if (!isDivided) return
    let small: PlacedNode[] = []
    const flush = () => {
      if (small.length > 0) blocks.push(block(small, widest(small), false))
      small = []
    }
    for (const child of children) {
      const isFollowing = small.length > 0 && child.top - small.at(-1)!.bottom > child.height * 2
      if (isFollowing || isNameable(child)) flush()
      if (isNameable(child)) visit(child)
      else small.push(child)
    }
    flush()
  }
  for (const node of index.graph.nodes) {
    if (node.role === 'root') visit(node)
    else if (node.role === 'target') blocks.push(block([node], node.width, false))
  }
  return blocks
}

function widest(nodes: readonly PlacedNode[]): number {
  return nodes.reduce((most, node) => Math.max(most, node.right - node.x), 0)
}

function block(nodes: readonly PlacedNode[], width: number, isDivided: boolean): Block {
  const [first] = nodes as [PlacedNode]
  let bottom = first.bottom
  let leaves = 0
  for (const node of nodes) {
    bottom = Math.max(bottom, node.bottom)
    leaves += node.leaves
  }
  const { id, x, top } = first
  return { id, nodes: nodes.length, x, y: top, width, height: bottom - top, leaves, isDivided }
}
