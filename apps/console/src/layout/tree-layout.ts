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

/**
 * A tidy tree, left to right: a column per depth, as wide as its widest node; a row per leaf or closed branch.
 * Deterministic: the same tree has the same picture, and a change moves only what is below it.
 */
export function layoutTree(
  index: GraphIndex,
  isOpen: (node: SkeletonNode, onlyChild: boolean) => boolean,
  positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): PlacedNode[] {
  const placed: Draft[] = []
  const root = index.root
  if (!root) return placed
  const seen = new Set<string>()

  const place = (
    node: SkeletonNode,
    parent: string | null,
    depth: number,
    top: number,
    only: boolean,
  ): Draft => {
    seen.add(node.id)
    const all = index.children(node)
    // Parents that run in a circle.
    const children = all.some((child) => seen.has(child.id))
      ? all.filter((child) => !seen.has(child.id))
      : all
    const expanded = children.length > 0 && isOpen(node, only)
    const draft: Draft = {
      id: node.id,
      role: node.role,
      x: 0,
      y: top,
      width: node.width,
      height: node.height,
      parent,
      depth,
      leaves: index.leaves(node),
      children: children.length,
      expanded,
      // Counted from its own right side, until it has a column.
      right: node.overhang ?? 0,
      bottom: top + node.height,
      top,
    }
    placed.push(draft)
    if (!expanded) return draft
    let next = top
    let first: Draft | undefined
    let last: Draft | undefined
    for (const child of children) {
      const below = place(child, node.id, depth + 1, next, children.length === 1)
      next = below.bottom + rowGap + (below.expanded ? groupGap : 0)
      first ??= below
      last = below
    }
    if (first && last) {
      const begin = first.y + first.height / 2
      const end = last.y + last.height / 2
      draft.y = Math.min((begin + end) / 2, begin + parentDrop) - node.height / 2
      draft.bottom = Math.max(last.bottom, draft.y + draft.height)
    }
    return draft
  }
  place(root, null, 0, 0, true)
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
