import type { Rect } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'

/** The tree that a treemap is of: all of it, open or not. */
export interface MapTree {
  readonly root: SkeletonNode | undefined
  children(node: SkeletonNode): readonly SkeletonNode[]
  leaves(node: SkeletonNode): number
}

/** A group as it is seen from afar: its box, and whether its parts are drawn in it. */
export interface MapCell extends Rect {
  readonly id: string
  readonly role: SkeletonNode['role']
  readonly depth: number
  readonly leaves: number
  readonly isDivided: boolean
}

/** Canvas units for an operation, and for a map of very few and of very many. */
const perLeaf = 16_000
const least = 2_400_000
const most = 200_000_000
/** Wider than tall, as screens are; the same on every screen. */
const aspect = 1.5
/** Pixels of the screen: what the parts of a group must have on average to be shown, and their room at least. */
const partPx = 1800
const dividedPx = { width: 64, height: 44 }
/** Its title above them, the gap between, and what is drawn at all. */
const titlePx = 18
const gapPx = 2
const drawnPx = 3

/** The box of all of it. */
export function mapBounds(tree: MapTree): Rect {
  const leaves = tree.root ? tree.leaves(tree.root) : 0
  const area = Math.min(most, Math.max(least, leaves * perLeaf))
  const width = Math.sqrt(area * aspect)
  return { x: 0, y: 0, width, height: width / aspect }
}

/**
 * The groups that a rectangle shows at a zoom: a treemap in the order of the paths, so that what is beside each other
 * there is so here. Each is as large as it has operations, and shows its parts where the screen has room to read them.
 *
 *   ┌ /repos 541 ────────────────┬ /orgs 190 ┐
 *   │┌ /{owner} 541 ────────────┐│┌ /{org} ─┐│
 *   ││ /{repo}      │ /generate ││││ /teams  ││
 *   │└──────────────┴───────────┘│├─────────┤│
 *   ├ /user 84 ──┬ /users 32 ────┤│ /hooks  ││
 */
export function mapCells(tree: MapTree, zoom: number, shown: Rect): MapCell[] {
  const cells: MapCell[] = []
  const visit = (node: SkeletonNode, rect: Rect, depth: number) => {
    if (!meets(rect, shown)) return
    if (rect.width * zoom < drawnPx || rect.height * zoom < drawnPx) return
    const children = depth > 64 ? [] : tree.children(node)
    const [wide, tall] = [rect.width * zoom, rect.height * zoom]
    const hasRoom =
      wide >= dividedPx.width && tall >= dividedPx.height && wide * tall >= children.length * partPx
    const isDivided = children.length > 0 && (depth === 0 || hasRoom)
    cells.push({ ...rect, id: node.id, role: node.role, depth, leaves: tree.leaves(node), isDivided })
    if (!isDivided) return
    const inner = innerOf(rect, zoom)
    const weights = children.map((child) => weightOf(tree.leaves(child)))
    for (const [at, box] of boxesOf(weights, inner).entries()) visit(children[at]!, box, depth + 1)
  }
  if (tree.root) visit(tree.root, mapBounds(tree), 0)
  return cells
}

/** The box of a node at a zoom, or of the closest group above it that has one; `path` leads from the root to it. */
export function mapBox(tree: MapTree, zoom: number, path: readonly string[]): Rect {
  let rect = mapBounds(tree)
  let node = tree.root
  for (const id of path) {
    if (!node) break
    const children: readonly SkeletonNode[] = tree.children(node)
    const at = children.findIndex((child) => child.id === id)
    if (at < 0) continue
    const weights = children.map((child) => weightOf(tree.leaves(child)))
    rect = boxesOf(weights, innerOf(rect, zoom))[at]!
    node = children[at]
  }
  return rect
}

/** What is a hundred times as much is not a hundred times as large, or nobody could read the small ones. */
function weightOf(leaves: number): number {
  return Math.max(1, leaves) ** 0.8
}

/** Under the title, inside the border. */
function innerOf({ x, y, width, height }: Rect, zoom: number): Rect {
  const gap = Math.min(gapPx / zoom, width / 8, height / 8)
  const title = Math.min(titlePx / zoom, height / 3)
  return { x: x + gap, y: y + title, width: width - 2 * gap, height: height - title - gap }
}

/** A little wider than tall: as names are read. */
const wider = 1.6

/**
 * Boxes in order: the room is divided where half of the weight is on either side, across its longer side, and so on in
 * the halves. What follows each other stays together, and what grows moves little.
 */
function boxesOf(weights: readonly number[], { x, y, width, height }: Rect): Rect[] {
  const [first] = weights
  if (first === undefined) return []
  if (weights.length === 1) return [{ x, y, width, height }]
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let [at, sum] = [1, first]
  while (at < weights.length - 1 && Math.abs(sum + weights[at]! - all / 2) <= Math.abs(sum - all / 2))
    sum += weights[at++]!
  const [before, after] = [weights.slice(0, at), weights.slice(at)]
  const part = sum / all
  if (width > height * wider) {
    const left = width * part
    return [
      ...boxesOf(before, { x, y, width: left, height }),
      ...boxesOf(after, { x: x + left, y, width: width - left, height }),
    ]
  }
  const top = height * part
  return [
    ...boxesOf(before, { x, y, width, height: top }),
    ...boxesOf(after, { x, y: y + top, width, height: height - top }),
  ]
}

function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
