import type { PlacedNode } from '../layout/index.ts'

/** A node of which only its place matters; without a parent it is the root. */
export function placedNode(id: string, parent: string | null, { x = 0, y = 0 } = {}): PlacedNode {
  return {
    id,
    role: parent === null ? 'root' : 'leaf',
    parent,
    x,
    y,
    width: 200,
    height: 48,
    depth: 0,
    leaves: 0,
    children: 0,
    expanded: true,
    right: x + 200,
    bottom: y + 48,
    top: y,
  }
}
