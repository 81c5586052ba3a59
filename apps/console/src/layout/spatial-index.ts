import { type DrawnEdge, EdgeFan, giveLanes } from './edge-fan.ts'
import type { PlacedGraph, PlacedNode, Rect } from './placed.ts'

/**
 * Answers which nodes and edges a rectangle shows, so that the canvas never holds more than the screen does. Boxes lie
 * in one array of numbers: twenty thousand are looked through in a tenth of a millisecond, which no tree of boxes makes
 * up for the time that it takes to build.
 */
export class SpatialIndex {
  readonly graph: PlacedGraph
  readonly bounds: Rect
  readonly #byId = new Map<string, PlacedNode>()
  /** Per node: left, top, right, bottom. */
  readonly #boxes: Float64Array
  #links: Links | null = null

  constructor(graph: PlacedGraph) {
    this.graph = graph
    this.#boxes = new Float64Array(graph.nodes.length * 4)
    let at = 0
    for (const node of graph.nodes) {
      this.#byId.set(node.id, node)
      this.#boxes[at++] = node.x
      this.#boxes[at++] = node.y
      this.#boxes[at++] = node.x + node.width
      this.#boxes[at++] = node.y + node.height
    }
    this.bounds = boundsOf(graph.nodes)
  }

  node(id: string): PlacedNode | undefined {
    return this.#byId.get(id)
  }

  /** Shown children, top to bottom. */
  children(id: string): readonly PlacedNode[] {
    return this.#linked().children.get(id) ?? []
  }

  /** Where its edges come from: its parent, and those that use it. */
  sources(id: string): readonly PlacedNode[] {
    const parent = this.#byId.get(id)?.parent
    const above = typeof parent === 'string' ? this.#byId.get(parent) : undefined
    const users = this.#linked().users.get(id) ?? []
    return above ? [above, ...users] : users
  }

  /** Targets that it uses. */
  targets(id: string): readonly PlacedNode[] {
    return this.#linked().used.get(id) ?? []
  }

  nodesIn({ x, y, width, height }: Rect): PlacedNode[] {
    const boxes = this.#boxes
    const [right, bottom] = [x + width, y + height]
    const found: PlacedNode[] = []
    for (let at = 0; at < boxes.length; at += 4) {
      if (boxes[at + 1]! > bottom || boxes[at + 3]! < y || boxes[at]! > right || boxes[at + 2]! < x) continue
      found.push(this.graph.nodes[at / 4]!)
    }
    return found
  }

  edgesIn(rect: Rect): DrawnEdge[] {
    const found: DrawnEdge[] = []
    for (const fan of this.#linked().fans) fan.collect(rect, found)
    for (const flow of this.graph.flows ?? []) if (touches(flow, rect)) found.push(...flow.edges)
    return found
  }

  #linked(): Links {
    this.#links ??= linksOf(this.graph, this.#byId)
    return this.#links
  }
}

interface Links {
  readonly fans: readonly EdgeFan[]
  readonly children: ReadonlyMap<string, readonly PlacedNode[]>
  readonly users: ReadonlyMap<string, readonly PlacedNode[]>
  readonly used: ReadonlyMap<string, readonly PlacedNode[]>
}

function linksOf(graph: PlacedGraph, byId: ReadonlyMap<string, PlacedNode>): Links {
  const fans: EdgeFan[] = []
  const children = new Map<string, PlacedNode[]>()
  const users = new Map<string, PlacedNode[]>()
  const used = new Map<string, PlacedNode[]>()
  const down = new Map<string, Map<number, EdgeFan>>()
  const fanOf = (id: string, x: number, ends: 'source' | 'target') => {
    let columns = down.get(id)
    if (!columns) down.set(id, (columns = new Map()))
    let fan = columns.get(x)
    if (!fan) {
      fan = new EdgeFan(ends)
      columns.set(x, fan)
      fans.push(fan)
    }
    return fan
  }
  for (const node of graph.nodes) {
    const parent = node.parent === null ? undefined : byId.get(node.parent)
    if (!parent) continue
    push(children, parent.id, node)
    // Children that a person moved have a trunk of their own.
    fanOf(parent.id, node.x, 'target').add(parent, node, 0)
  }
  for (const { source, target, stands } of graph.edges) {
    const [from, to] = [byId.get(source), byId.get(target)]
    if (!from || !to) continue
    push(users, target, from)
    push(used, source, to)
    fanOf(target, to.x, 'source').add(from, to, stands)
  }
  // Fans of targets in one column, from the top of the column down.
  const columns = new Map<number, { y: number; fan: EdgeFan }[]>()
  for (const [id, byX] of down) {
    const node = byId.get(id)!
    for (const [x, fan] of byX)
      if (node.role === 'target' && node.x === x) push(columns, x, { y: node.y, fan })
  }
  for (const fansOf of columns.values()) giveLanes(fansOf.sort((a, b) => a.y - b.y).map(({ fan }) => fan))
  for (const { source, target } of (graph.flows ?? []).flatMap((flow) => flow.edges)) {
    const [from, to] = [byId.get(source), byId.get(target)]
    // What comes back from a shared target is not where the target leads.
    if (!from || !to) continue
    push(users, target, from)
    if (from.role !== 'target') push(used, source, to)
  }
  return { fans, children, users, used }
}

function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
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
