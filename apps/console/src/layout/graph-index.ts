import type { SkeletonNode } from './skeleton.ts'

/** No path is deeper; parents that run in a circle end here. */
const deepest = 256

/**
 * The skeleton as a tree with links, kept up to date by patches. Children are sorted and leaves counted when they are
 * asked for, and again only where a patch touched them.
 */
export class GraphIndex {
  readonly #nodes = new Map<string, SkeletonNode>()
  readonly #children = new Map<string, Set<string>>()
  readonly #targets = new Map<string, SkeletonNode>()
  /** Branches that stand for the root: what hangs on them hangs on it. */
  readonly #standIns = new Set<string>()
  /** Leaves that hang on the root itself. */
  readonly #ofRoot = new Set<string>()
  readonly #sorted = new Map<string, readonly SkeletonNode[]>()
  readonly #leaves = new Map<string, number>()
  readonly #links = new Map<string, ReadonlyMap<string, number>>()
  readonly #onStale: (id: string) => void
  #root: SkeletonNode | undefined

  /** `onStale` hears of every node that a patch touched, and of all that these hang on. */
  constructor(onStale: (id: string) => void = () => {}) {
    this.#onStale = onStale
  }

  get(id: string): SkeletonNode | undefined {
    return this.#nodes.get(id)
  }

  get root(): SkeletonNode | undefined {
    return this.#root
  }

  targets(): Iterable<SkeletonNode> {
    return this.#targets.values()
  }

  /** The ids of the root and of all branches. */
  *branches(): Generator<string> {
    for (const { id, role } of this.#nodes.values()) if (role === 'root' || role === 'branch') yield id
  }

  patch(put: readonly SkeletonNode[], remove: readonly string[]): void {
    for (const id of remove) this.#drop(id)
    for (const node of put) {
      this.#drop(node.id)
      this.#nodes.set(node.id, node)
      if (node.role === 'root') this.#root = node
      if (node.role === 'target') this.#targets.set(node.id, node)
      if (node.parent !== null) {
        const siblings = this.#children.get(node.parent)
        if (siblings) siblings.add(node.id)
        else this.#children.set(node.parent, new Set([node.id]))
      } else if (node.role === 'branch') this.#standIns.add(node.id)
      else if (node.role === 'leaf') this.#ofRoot.add(node.id)
      this.#forget(node)
    }
  }

  /** What hangs on a node. What hangs on the root's stand-in (the resource `/`) hangs on the root. */
  children(node: SkeletonNode): readonly SkeletonNode[] {
    const known = this.#sorted.get(node.id)
    if (known) return known
    const ids = node.role === 'root' ? this.#rootChildren() : (this.#children.get(node.id) ?? [])
    const nodes: SkeletonNode[] = []
    for (const id of ids) {
      const child = this.#nodes.get(id)!
      if (child.role !== 'target') nodes.push(child)
    }
    nodes.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
    this.#sorted.set(node.id, nodes)
    return nodes
  }

  /** Leaves at and below a node. */
  leaves(node: SkeletonNode): number {
    if (node.role === 'leaf') return 1
    const known = this.#leaves.get(node.id)
    if (known !== undefined) return known
    // Set first: parents that run in a circle must not hang the worker.
    this.#leaves.set(node.id, 0)
    let sum = 0
    for (const child of this.children(node)) sum += this.leaves(child)
    this.#leaves.set(node.id, sum)
    return sum
  }

  /** Targets that everything below a node leads to, and how many times. */
  links(node: SkeletonNode): ReadonlyMap<string, number> {
    const known = this.#links.get(node.id)
    if (known) return known
    const counts = new Map<string, number>()
    this.#links.set(node.id, counts)
    for (const child of this.children(node)) {
      for (const link of child.links) counts.set(link, (counts.get(link) ?? 0) + 1)
      if (child.role === 'leaf') continue
      for (const [link, count] of this.links(child)) counts.set(link, (counts.get(link) ?? 0) + count)
    }
    return counts
  }

  *#rootChildren(): Generator<string> {
    yield* this.#ofRoot
    for (const id of this.#standIns) yield* this.#children.get(id) ?? []
  }

  #drop(id: string): void {
    const node = this.#nodes.get(id)
    if (!node) return
    this.#nodes.delete(id)
    this.#targets.delete(id)
    this.#standIns.delete(id)
    this.#ofRoot.delete(id)
    if (node.parent !== null) this.#children.get(node.parent)?.delete(id)
    this.#forget(node)
    if (this.#root?.id === id) this.#root = undefined
  }

  /** What was worked out of the node, and of all that it hangs on. */
  #forget(node: SkeletonNode): void {
    this.#forgetOne(node.id)
    let above: SkeletonNode | undefined = node
    for (let depth = 0; above && depth < deepest; depth++) {
      if (above.parent === null) break
      this.#forgetOne(above.parent)
      above = this.#nodes.get(above.parent)
    }
    if (this.#root) this.#forgetOne(this.#root.id)
  }

  #forgetOne(id: string): void {
    this.#sorted.delete(id)
    this.#leaves.delete(id)
    this.#links.delete(id)
    this.#onStale(id)
  }
}
