import type { GraphIndex } from './graph-index.ts'
import type { PlacedNode } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'

const columnGap = 40
export const rowGap = 12
const groupGap = 12
/** A parent stands in the middle of its children, but never further down than this from the first: sixty children
 * would otherwise push it off the screen that shows where they begin. */
const parentDrop = 150

type Draft = { -readonly [K in keyof PlacedNode]: PlacedNode[K] }

/** A node with what is open below it, counted from its own top. The same wherever it stands while nothing in it changes. */
export interface Block {
  readonly own: Readonly<Draft>
  /** Whether it was the only child: such a branch opens by itself. */
  readonly isOnly: boolean
  readonly below: readonly Block[]
  /** Of each block below, how far down it begins. */
  readonly tops: readonly number[]
}

const nothing: readonly never[] = []

/**
 * A tidy tree, left to right: a column per depth, as wide as its widest node; a row per leaf or closed branch.
 * Deterministic: the same tree has the same picture, and a change moves only what is below it. `kept` are the blocks
 * of before, without those in which something changed or opens otherwise: an insertion works out what it stands in.
 */
export function layoutTree(
  index: GraphIndex,
  isOpen: (node: SkeletonNode, onlyChild: boolean) => boolean,
  positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  kept: Map<string, Block> = new Map(),
): PlacedNode[] {
  const placed: Draft[] = []
  const root = index.root
  if (!root) return placed
  const seen = new Set<string>()

  const blockOf = (node: SkeletonNode, parent: string | null, depth: number, isOnly: boolean): Block => {
    const known = kept.get(node.id)
    if (known && known.own.parent === parent && known.own.depth === depth && known.isOnly === isOnly)
      return known
    seen.add(node.id)
    const all = index.children(node)
    // Parents that run in a circle.
    const children = all.some((child) => seen.has(child.id))
      ? all.filter((child) => !seen.has(child.id))
      : all
    const expanded = children.length > 0 && isOpen(node, isOnly)
    const own: Draft = {
      id: node.id,
      role: node.role,
      x: 0,
      y: 0,
      width: node.width,
      height: node.height,
      parent,
      depth,
      leaves: index.leaves(node),
      children: children.length,
      expanded,
      // Counted from its own right side, until it has a column.
      right: node.overhang ?? 0,
      bottom: node.height,
      top: 0,
    }
    const block = expanded
      ? { own, isOnly, ...stackBelow(own, children) }
      : { own, isOnly, below: nothing, tops: nothing }
    kept.set(node.id, block)
    return block
  }
  /** Stacks what is below a node, and puts the node beside it. */
  const stackBelow = (own: Draft, children: readonly SkeletonNode[]): Pick<Block, 'below' | 'tops'> => {
    const below: Block[] = []
    const tops: number[] = []
    let next = 0
    for (const child of children) {
      const block = blockOf(child, own.id, own.depth + 1, children.length === 1)
      below.push(block)
      tops.push(next)
      next += block.own.bottom + rowGap + (block.own.expanded ? groupGap : 0)
    }
    const middleOf = (at: number) => tops[at]! + below[at]!.own.y + below[at]!.own.height / 2
    const last = below.length - 1
    const begin = middleOf(0)
    own.y = Math.min((begin + middleOf(last)) / 2, begin + parentDrop) - own.height / 2
    own.bottom = Math.max(tops[last]! + below[last]!.own.bottom, own.y + own.height)
    return { below, tops }
  }
  const put = ({ own, below, tops }: Block, top: number): void => {
    placed.push({ ...own, y: top + own.y, bottom: top + own.bottom, top })
    for (let at = 0; at < below.length; at++) put(below[at]!, top + tops[at]!)
  }
  put(blockOf(root, null, 0, true), 0)
  intoColumns(placed)
  return moved(placed, positions)
}

/** Gives every depth a column. Parents come before their children, so from the end each passes its right edge up. */
function intoColumns(placed: readonly Draft[]): void {
  const widths: number[] = []
  const branches: number[] = []
  for (const { depth, width, role } of placed) {
    widths[depth] = Math.max(widths[depth] ?? 0, width)
    if (role === 'branch') branches[depth] = Math.max(branches[depth] ?? 0, width)
  }
  const starts = [0]
  for (const [depth, width] of widths.entries()) starts.push(starts[depth]! + width + columnGap)
  // The furthest that what was seen last reaches, by depth: whoever comes next above it is its parent.
  const reaches: number[] = []
  for (let at = placed.length - 1; at >= 0; at--) {
    const node = placed[at]!
    const { depth, role } = node
    node.x = starts[depth]!
    // Branches above each other end in one line: a calm column, and their counts stand in one.
    if (role === 'branch') node.width = branches[depth]!
    node.right = Math.max(node.x + node.width + node.right, reaches[depth + 1] ?? 0)
    reaches[depth + 1] = 0
    reaches[depth] = Math.max(reaches[depth] ?? 0, node.right)
  }
}

/** A node that a person moved takes what hangs on it along. */
function moved(
  placed: Draft[],
  positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Draft[] {
  if (positions.size === 0) return placed
  const offsets = new Map<string, { x: number; y: number }>()
  const byId = new Map(placed.map((node) => [node.id, node]))
  for (const node of placed) {
    const inherited = (node.parent !== null && offsets.get(node.parent)) || { x: 0, y: 0 }
    const own = positions.get(node.id)
    const offset = own ? { x: own.x - node.x, y: own.y - node.y } : inherited
    offsets.set(node.id, offset)
    const overhang = node.role === 'leaf' ? node.right - node.x - node.width : 0
    node.x += offset.x
    node.y += offset.y
    node.right = node.x + node.width + overhang
    node.top = node.y
    node.bottom = node.y + node.height
  }
  for (const node of placed.toReversed()) {
    const parent = node.parent === null ? undefined : byId.get(node.parent)
    if (!parent) continue
    parent.right = Math.max(parent.right, node.right)
    parent.bottom = Math.max(parent.bottom, node.bottom)
    parent.top = Math.min(parent.top, node.top)
  }
  return placed
}
