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
    for (const [at, box] of strips(weights, inner).entries()) visit(children[at]!, box, depth + 1)
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
    rect = strips(weights, innerOf(rect, zoom))[at]!
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

/**
 * Rows of boxes, in order. A row takes boxes as long as that makes them more like squares: the strip treemap of
 * Bederson, Shneiderman and Wattenberg (2002), which keeps the order and moves little when something grows.
 */
function strips(weights: readonly number[], { x, y, width, height }: Rect): Rect[] {
  const boxes: Rect[] = []
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const unit = (width * height) / Math.max(all, Number.MIN_VALUE)
  let top = y
  for (let from = 0; from < weights.length; ) {
    let to = from + 1
    let sum = weights[from]!
    while (to < weights.length) {
      const next = sum + weights[to]!
      const now = unevenness(weights, from, to, sum, width, unit)
      if (unevenness(weights, from, to + 1, next, width, unit) > now) break
      sum = next
      to++
    }
    const tall = to === weights.length ? y + height - top : (sum * unit) / width
    let left = x
    for (let at = from; at < to; at++) {
      const wide = (width * weights[at]!) / sum
      boxes.push({ x: left, y: top, width: wide, height: tall })
      left += wide
    }
    top += tall
    from = to
  }
  return boxes
}

/** How far the boxes of a row are from what reads well, a little wider than tall, on average. */
function unevenness(
  weights: readonly number[],
  from: number,
  to: number,
  sum: number,
  width: number,
  unit: number,
): number {
  const tall = (sum * unit) / width
  let ratios = 0
  for (let at = from; at < to; at++) {
    const ratio = ((width * weights[at]!) / sum / tall) * 0.6
    ratios += Math.max(ratio, 1 / ratio)
  }
  return ratios / (to - from)
}

function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
