import RBush from 'rbush'
import { edgeBounds, type EdgeLine, edgeLine, edgePath } from './edge-path.ts'
import type { PlacedEdge, PlacedGraph, PlacedNode, Rect } from './placed.ts'

export interface DrawnEdge extends PlacedEdge {
  readonly line: EdgeLine
  readonly path: string
}

interface Entry<T> {
  minX: number
  minY: number
  maxX: number
  maxY: number
  item: T
}

/** Answers which nodes and edges a rectangle shows, so that the canvas never holds more than the screen does. */
export class SpatialIndex {
  readonly graph: PlacedGraph
  readonly #byId: Map<string, PlacedNode>
  readonly #nodes = new RBush<Entry<PlacedNode>>()
  readonly #edges = new RBush<Entry<DrawnEdge>>()
  readonly #children = new Map<string, PlacedNode[]>()
  readonly bounds: Rect

  /** Nodes that stand as they did in `before` keep their identity, so that nobody draws them again. */
  constructor(placed: PlacedGraph, before?: SpatialIndex) {
    const nodes = placed.nodes.map((node) => {
      const known = before?.node(node.id)
      return known && sameNode(known, node) ? known : node
    })
    const graph = { nodes, edges: placed.edges }
    this.graph = graph
    this.#byId = new Map(graph.nodes.map((node) => [node.id, node]))
    this.#nodes.load(graph.nodes.map((node) => entry(node, node)))
    const edges: Entry<DrawnEdge>[] = []
    for (const edge of graph.edges) {
      const source = this.#byId.get(edge.source)
      const target = this.#byId.get(edge.target)
      if (!source || !target) continue
      const line = edgeLine(source, target)
      edges.push(entry({ ...edge, line, path: edgePath(line) }, edgeBounds(line)))
    }
    this.#edges.load(edges)
    for (const node of graph.nodes) {
      if (node.parent === null) continue
      const siblings = this.#children.get(node.parent)
      if (siblings) siblings.push(node)
      else this.#children.set(node.parent, [node])
    }
    this.bounds = boundsOf(graph.nodes)
  }

  node(id: string): PlacedNode | undefined {
    return this.#byId.get(id)
  }

  /** Shown children, top to bottom. */
  children(id: string): readonly PlacedNode[] {
    return this.#children.get(id) ?? []
  }

  nodesIn(rect: Rect): PlacedNode[] {
    return this.#nodes.search(box(rect)).map((found) => found.item)
  }

  edgesIn(rect: Rect): DrawnEdge[] {
    return this.#edges.search(box(rect)).map((found) => found.item)
  }
}

export function boundsOf(nodes: Iterable<Rect>): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const node of nodes) {
    left = Math.min(left, node.x)
    top = Math.min(top, node.y)
    right = Math.max(right, node.x + node.width)
    bottom = Math.max(bottom, node.y + node.height)
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top }
}

function box({ x, y, width, height }: Rect) {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height }
}

function entry<T>(item: T, rect: Rect): Entry<T> {
  return { ...box(rect), item }
}

function sameNode(a: PlacedNode, b: PlacedNode): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.top === b.top &&
    a.right === b.right &&
    a.bottom === b.bottom &&
    a.parent === b.parent &&
    a.expanded === b.expanded &&
    a.leaves === b.leaves &&
    a.children === b.children
  )
}
