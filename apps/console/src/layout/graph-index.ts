import type { SkeletonNode } from './skeleton.ts'

/** The skeleton as a tree with links, kept up to date by patches. Children are sorted when they are asked for. */
export class GraphIndex {
  readonly #nodes = new Map<string, SkeletonNode>()
  readonly #children = new Map<string, Set<string>>()
  readonly #sorted = new Map<string, readonly SkeletonNode[]>()
  readonly #leaves = new Map<string, number>()
  #root: SkeletonNode | undefined

  get(id: string): SkeletonNode | undefined {
    return this.#nodes.get(id)
  }

  get root(): SkeletonNode | undefined {
    return this.#root
  }

  *targets(): Generator<SkeletonNode> {
    for (const node of this.#nodes.values()) if (node.role === 'target') yield node
  }

  patch(put: readonly SkeletonNode[], remove: readonly string[]): void {
    for (const id of remove) this.#drop(id)
    for (const node of put) {
      this.#drop(node.id)
      this.#nodes.set(node.id, node)
      if (node.role === 'root') this.#root = node
      if (node.parent !== null) {
        const siblings = this.#children.get(node.parent)
        if (siblings) siblings.add(node.id)
        else this.#children.set(node.parent, new Set([node.id]))
      }
    }
    this.#sorted.clear()
    this.#leaves.clear()
  }

  /** What hangs on a node. What hangs on the root's stand-in (the resource `/`) hangs on the root. */
  children(node: SkeletonNode): readonly SkeletonNode[] {
    const known = this.#sorted.get(node.id)
    if (known) return known
    const ids = node.role === 'root' ? this.#rootChildren() : [...(this.#children.get(node.id) ?? [])]
    const nodes = ids.map((id) => this.#nodes.get(id)!).filter((child) => child.role !== 'target')
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

  #rootChildren(): string[] {
    const ids: string[] = []
    for (const node of this.#nodes.values()) {
      if (node.role === 'branch' && node.parent === null) ids.push(...(this.#children.get(node.id) ?? []))
    }
    return ids
  }

  #drop(id: string): void {
    const node = this.#nodes.get(id)
    if (!node) return
    this.#nodes.delete(id)
    if (node.parent !== null) this.#children.get(node.parent)?.delete(id)
    if (this.#root?.id === id) this.#root = undefined
  }
}
