/**
 * What the layout needs to know of a node, and no more: an edit of a summary never reaches the worker.
 *
 *   root ── branch ── branch ── leaf ──► target (rank 1) ──► target (rank 2)
 *   API     /orders   {id}      GET      integration         upstream, function
 */
export interface SkeletonNode {
  readonly id: string
  readonly role: 'root' | 'branch' | 'leaf' | 'target'
  /** The branch it hangs on. A branch without one stands for the root and is drawn as it; a leaf without one hangs on the root. */
  readonly parent: string | null
  /** Siblings stand in the order of this text. */
  readonly order: string
  /** Column of a target, counted from the tree: 1, 2. */
  readonly rank: number
  /** Targets that it leads to. */
  readonly links: readonly string[]
  readonly width: number
  readonly height: number
  /** A target that is drawn however few lead to it, and whatever hides those. */
  readonly isKept?: boolean
  /** How far it reaches out of its column, where nothing else stands right of it. */
  readonly overhang?: number
}

export function sameSkeleton(a: SkeletonNode, b: SkeletonNode): boolean {
  return (
    a.parent === b.parent &&
    a.order === b.order &&
    a.role === b.role &&
    a.rank === b.rank &&
    a.width === b.width &&
    a.height === b.height &&
    (a.overhang ?? 0) === (b.overhang ?? 0) &&
    (a.isKept ?? false) === (b.isKept ?? false) &&
    a.links.length === b.links.length &&
    a.links.every((link, at) => link === b.links[at])
  )
}
