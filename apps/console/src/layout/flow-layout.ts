import type { DrawnEdge } from './edge-fan.ts'
import { type EdgeLine, edgePath } from './edge-path.ts'
import { arrowLeft, arrowRight, bridgePath } from './flow-path.ts'
import type { FlowGapPlace, PlacedFlow, PlacedGraph, PlacedNode } from './placed.ts'

/** What the layout needs to know of a method whose flow is open. All ids are of nodes. */
export interface FlowShape {
  readonly method: string
  /** Size of the method's card. */
  readonly width: number
  readonly height: number
  readonly caller: string
  /** Steps on the way there, in the order in which a request meets them. */
  readonly request: readonly string[]
  /** Steps on the way back, the one nearest to the target first. */
  readonly response: readonly string[]
  readonly target: string | null
  /** Shared records that steps lead to. */
  readonly links: readonly { readonly step: string; readonly target: string }[]
}

const step = { width: 156, height: 44, gap: 40 }
const caller = { width: 76, gap: 36 }
/** Between the way there and the way back. */
const laneGap = 20
/** Over the flow, and under it for those of the way back: where edges to shared records run. */
const room = { plain: 4, links: 20 }
/** Left of the column of targets: of what leads there, of the way back, and of what its steps lead to. */
const trunks = { there: 20, back: 10, answers: 30 }

/** How much room a flow takes: the layout gives it to the method, as to one tall leaf that reaches out of its column. */
export function flowSize(shape: FlowShape): { overhang: number; height: number } {
  const columns = columnsOf(shape)
  const lanes = lanesOf(shape)
  return {
    overhang: caller.gap + caller.width + columns * (step.gap + step.width) + step.gap,
    height:
      roomOver(shape) +
      shape.height / 2 +
      step.height * (lanes - 0.5) +
      laneGap * (lanes - 1) +
      roomUnder(shape),
  }
}

/** The graph with its open flows drawn where the layout left room for them. What is not open stays the same object. */
export function withFlows(graph: PlacedGraph, shapes: readonly FlowShape[]): PlacedGraph {
  if (shapes.length === 0) return graph
  const byMethod = new Map(shapes.map((shape) => [shape.method, shape]))
  const nodes: PlacedNode[] = []
  const opened: { shape: FlowShape; nodes: readonly PlacedNode[] }[] = []
  for (const node of graph.nodes) {
    const shape = byMethod.get(node.id)
    if (!shape) nodes.push(node)
    else {
      const own = nodesOf(node, shape)
      nodes.push(...own)
      opened.push({ shape, nodes: own })
    }
  }
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return {
    nodes,
    edges: graph.edges.filter((edge) => !byMethod.has(edge.source)),
    flows: opened.map(({ shape, nodes: own }) => flowOf(shape, own, byId)),
  }
}

const known = new WeakMap<PlacedNode, { shape: string; nodes: readonly PlacedNode[] }>()

/** The method's card, the caller and the steps, in the rectangle that the layout gave to the method. */
function nodesOf(leaf: PlacedNode, shape: FlowShape): readonly PlacedNode[] {
  const text = JSON.stringify(shape)
  const before = known.get(leaf)
  if (before?.shape === text) return before.nodes
  const middle = leaf.y + roomOver(shape) + shape.height / 2
  const top = middle - step.height / 2
  const below = top + step.height + laneGap
  const start = leaf.x + shape.width + caller.gap
  const columns = columnsOf(shape)
  const columnAt = (column: number) => start + caller.width + step.gap + column * (step.width + step.gap)
  const place = (id: string, x: number, y: number, width: number, height: number): PlacedNode => ({
    ...leaf,
    id,
    role: 'step',
    parent: null,
    leaves: 0,
    x,
    y,
    width,
    height,
    right: x + width,
    bottom: y + height,
    top: y,
  })
  const tall = lanesOf(shape) === 1 ? step.height : step.height * 2 + laneGap
  const nodes = [
    { ...leaf, y: middle - shape.height / 2, width: shape.width, height: shape.height, expanded: true },
    place(shape.caller, start, top, caller.width, tall),
    ...shape.request.map((id, at) => place(id, columnAt(at), top, step.width, step.height)),
    ...shape.response.map((id, at) => place(id, columnAt(columns - 1 - at), below, step.width, step.height)),
  ]
  known.set(leaf, { shape: text, nodes })
  return nodes
}

function flowOf(
  shape: FlowShape,
  nodes: readonly PlacedNode[],
  byId: ReadonlyMap<string, PlacedNode>,
): PlacedFlow {
  const [method, from, ...steps] = nodes as [PlacedNode, PlacedNode, ...PlacedNode[]]
  const there = [from, ...steps.slice(0, shape.request.length)]
  const back = steps.slice(shape.request.length)
  const target = shape.target === null ? undefined : byId.get(shape.target)
  const edges: DrawnEdge[] = []
  const gaps: FlowGapPlace[] = []
  const edgeOf = (source: PlacedNode, to: PlacedNode, line: EdgeLine, path: string): DrawnEdge => {
    return { id: `${source.id}>${to.id}`, source: source.id, target: to.id, stands: 0, line, path }
  }
  const draw = (...parts: Parameters<typeof edgeOf>) => edges.push(edgeOf(...parts))
  const middle = method.y + method.height / 2
  const straight = (sx: number, tx: number, y: number): EdgeLine => ({ sx, sy: y, mx: tx, tx, ty: y })

  draw(
    method,
    from,
    straight(method.x + method.width, from.x, middle),
    `M${method.x + method.width} ${middle}H${from.x}`,
  )
  for (const [at, node] of there.entries()) {
    const next = there[at + 1]
    const end = node.x + node.width
    gaps.push({ after: node.id, way: 'request', x: end + step.gap / 2, y: middle })
    if (next)
      draw(
        node,
        next,
        straight(end, next.x, middle),
        `M${end} ${middle}H${next.x}${arrowRight(next.x, middle)}`,
      )
    else if (target) {
      const ty = target.y + target.height / 2
      const line = { sx: end, sy: middle, mx: target.x - trunks.there, tx: target.x, ty }
      draw(node, target, line, edgePath(line) + arrowRight(target.x, ty))
    } else edges.push(openEnd(node, end, middle))
  }
  if (lanesOf(shape) === 2) {
    const y = from.y + from.height - step.height / 2
    const ends = [...back, from]
    for (const [at, node] of ends.entries()) {
      const before = ends[at - 1]
      const end = node.x + node.width
      const after = before ?? target
      // What answers is not chosen yet: the way back begins at its first step.
      if (!after) continue
      gaps.push({
        after: after.id,
        way: 'response',
        x: before ? before.x - step.gap / 2 : end + step.gap / 2,
        y,
      })
      if (before)
        draw(before, node, straight(before.x, end, y), `M${before.x} ${y}H${end}${arrowLeft(end, y)}`)
      else if (target) {
        const line = {
          sx: target.x,
          sy: target.y + target.height / 2 + 14,
          mx: target.x - trunks.back,
          tx: end,
          ty: y,
        }
        draw(target, node, line, edgePath(line) + arrowLeft(end, y))
      }
    }
  }
  for (const [at, link] of shape.links.entries()) {
    const [source, to] = [byId.get(link.step), byId.get(link.target)]
    if (!source || !to) continue
    // What comes back is said below: a model of both ways has an edge from each.
    const isBack = back.includes(source)
    const sy = isBack ? source.y + source.height : source.y
    const away = 6 + (at % 3) * 4
    const ty = to.y + to.height / 2 + (isBack ? 6 : 0)
    const sx = source.x + source.width / 2
    const line = { sx, sy, mx: to.x - (isBack ? trunks.answers : trunks.there), tx: to.x, ty }
    const path = bridgePath(line, isBack ? sy + away : sy - away)
    edges.push({ ...edgeOf(source, to, line, path), isAside: true })
  }
  const led = [target, ...shape.links.map((link) => byId.get(link.target))]
  return {
    method: shape.method,
    ...boxOf([...nodes, ...led.filter((node) => node !== undefined)]),
    edges,
    gaps,
  }
}

/** Nothing answers yet: the path ends where something can be put. */
function openEnd(node: PlacedNode, x: number, y: number): DrawnEdge {
  const line = { sx: x, sy: y, mx: x + step.gap, tx: x + step.gap, ty: y }
  return {
    id: `${node.id}>`,
    source: node.id,
    target: '',
    stands: 0,
    line,
    path: `M${x} ${y}H${x + step.gap / 2 - 10}`,
  }
}

/** A box around all that is drawn of a flow. */
function boxOf(all: readonly PlacedNode[]) {
  const x = Math.min(...all.map((node) => node.x))
  const y = Math.min(...all.map((node) => node.y)) - room.links
  return {
    x,
    y,
    width: Math.max(...all.map((node) => node.x + node.width)) - x,
    height: Math.max(...all.map((node) => node.y + node.height)) + room.links - y,
  }
}

/** The way back is drawn where something answers, or where it is said what does. */
function lanesOf({ target, response }: FlowShape): 1 | 2 {
  return target === null && response.length === 0 ? 1 : 2
}

function columnsOf({ request, response }: FlowShape): number {
  return Math.max(request.length, response.length)
}

function roomOver({ links, request }: FlowShape): number {
  return links.some(({ step: id }) => request.includes(id)) ? room.links : room.plain
}

function roomUnder({ links, response }: FlowShape): number {
  return links.some(({ step: id }) => response.includes(id)) ? room.links : room.plain
}
