import { roomForLanes } from './edge-path.ts'
import type { GraphIndex } from './graph-index.ts'
import { lanesOf } from './lanes.ts'
import type { PlacedEdge, PlacedNode } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'
import { rowGap } from './tree-layout.ts'

/** Targets used only by hidden nodes are drawn while they are this few: the most used first. */
const maxDistantTargets = 24
const drop = 200

interface Use {
  readonly source: PlacedNode
  stands: number
}

/**
 * Puts shared targets in columns right of the tree, each beside those that use it. A closed branch has one edge to a
 * target for everything hidden in it.
 */
export function layoutTargets(
  index: GraphIndex,
  tree: readonly PlacedNode[],
  positions: ReadonlyMap<string, Position>,
): { nodes: PlacedNode[]; edges: PlacedEdge[] } {
  const nodes: PlacedNode[] = []
  const edges: PlacedEdge[] = []
  const uses = collectUses(index, tree)
  const ranks = [...new Set([...index.targets()].map((target) => target.rank))].sort((a, b) => a - b)
  let right = tree.reduce((edge, node) => Math.max(edge, node.right), 0)
  for (const rank of ranks) {
    const column = shown(index, rank, uses)
    const rows = stack(column, uses, positions)
    const x = right + roomForLanes(lanesTo(rows, uses))
    const placed = rows.map((row) => placedAt(row, x))
    for (const node of placed) {
      nodes.push(node)
      right = Math.max(right, node.x + node.width)
      for (const { source, stands } of uses.get(node.id) ?? [])
        edges.push({ id: `${source.id}>${node.id}`, source: source.id, target: node.id, stands })
      for (const link of new Set(index.get(node.id)?.links)) addUse(uses, link, node, 0)
    }
    passOn(index, rank, new Set(placed.map((node) => node.id)), uses)
  }
  return { nodes, edges }
}

/** Target → who uses it. One source uses a target once. */
type Uses = Map<string, Use[]>

function addUse(uses: Uses, target: string, source: PlacedNode, stands: number): void {
  const of = uses.get(target)
  if (of) of.push({ source, stands })
  else uses.set(target, [{ source, stands }])
}

function collectUses(index: GraphIndex, tree: readonly PlacedNode[]): Uses {
  const uses: Uses = new Map()
  for (const placed of tree) {
    const node = index.get(placed.id)
    if (!node) continue
    if (placed.role === 'leaf') for (const link of distinct(node.links)) addUse(uses, link, placed, 0)
    else if (!placed.expanded && placed.children > 0)
      for (const [link, count] of index.links(node)) addUse(uses, link, placed, count)
  }
  return uses
}

/** Nearly every method leads to one target: eleven thousand sets of one would be made for nothing. */
function distinct(links: readonly string[]): Iterable<string> {
  return links.length < 2 ? links : new Set(links)
}

/** Which targets of a rank are drawn: those with a shown user, those that nobody uses or that are kept, and the most used of the rest. */
function shown(index: GraphIndex, rank: number, uses: Uses): SkeletonNode[] {
  const near: SkeletonNode[] = []
  const distant: { node: SkeletonNode; count: number }[] = []
  for (const node of index.targets()) {
    if (node.rank !== rank) continue
    const of = uses.get(node.id) ?? []
    const hidden = of.reduce((sum, use) => sum + use.stands, 0)
    if (node.isKept || of.length === 0 || of.some((use) => use.stands === 0)) near.push(node)
    else if (hidden > 1 || rank > 1) distant.push({ node, count: hidden })
  }
  distant.sort((a, b) => b.count - a.count || (a.node.order < b.node.order ? -1 : 1))
  return [...near, ...distant.slice(0, maxDistantTargets).map((entry) => entry.node)]
}

/** What used a target that is not drawn uses, in the picture, what that one leads to. */
function passOn(index: GraphIndex, rank: number, drawn: ReadonlySet<string>, uses: Uses): void {
  for (const node of index.targets()) {
    if (node.rank !== rank || drawn.has(node.id)) continue
    for (const { source, stands } of uses.get(node.id) ?? [])
      for (const link of node.links) {
        const known = uses.get(link)?.find((use) => use.source === source)
        if (known) known.stands += stands
        else addUse(uses, link, source, stands)
      }
  }
}

/** Without spreading: a target may have ten thousand users. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((low, number) => Math.min(low, number), Number.POSITIVE_INFINITY)
}

interface Row {
  readonly node: SkeletonNode
  readonly y: number
  /** Where a person put it, outside of the column. */
  readonly own: Position | undefined
}

type Position = { readonly x: number; readonly y: number }

function stack(column: readonly SkeletonNode[], uses: Uses, positions: ReadonlyMap<string, Position>): Row[] {
  const wanted = column.map((node) => {
    const centres = (uses.get(node.id) ?? []).map(({ source }) => source.y + source.height / 2)
    const mean = centres.reduce((sum, y) => sum + y, 0) / Math.max(1, centres.length)
    const y = centres.length === 0 ? Number.POSITIVE_INFINITY : Math.min(mean, least(centres) + drop)
    return { node, y: y - node.height / 2 }
  })
  wanted.sort((a, b) => (a.y === b.y ? (a.node.order < b.node.order ? -1 : 1) : a.y - b.y))
  let next = Number.NEGATIVE_INFINITY
  return wanted.map(({ node, y }) => {
    const desired = Number.isFinite(y) ? y : Number.isFinite(next) ? next : 0
    const top = Math.max(desired, next)
    next = top + node.height + rowGap * 2
    const own = positions.get(node.id)
    return { node, y: own?.y ?? top, own }
  })
}

/** How many lanes the trunks to a column take. */
function lanesTo(rows: readonly Row[], uses: Uses): number {
  const spans = rows.flatMap(({ node, y, own }) => {
    const of = uses.get(node.id) ?? []
    if (own || of.length === 0) return []
    const span = { top: y + node.height / 2, bottom: y + node.height / 2 }
    for (const { source } of of) {
      const centre = source.y + source.height / 2
      span.top = Math.min(span.top, centre)
      span.bottom = Math.max(span.bottom, centre)
    }
    return [span]
  })
  return lanesOf(spans).reduce((most, lane) => Math.max(most, lane + 1), 0)
}

function placedAt({ node, y, own }: Row, column: number): PlacedNode {
  const x = own?.x ?? column
  return {
    id: node.id,
    role: node.role,
    x,
    y,
    width: node.width,
    height: node.height,
    parent: null,
    depth: 0,
    leaves: 0,
    children: 0,
    expanded: false,
    right: x + node.width,
    bottom: y + node.height,
    top: y,
  }
}
