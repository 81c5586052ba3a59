import { defaultExpansion } from './expansion.ts'
import { GraphIndex } from './graph-index.ts'
import type { PlacedGraph } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'
import { layoutTargets } from './target-layout.ts'
import { type Block, layoutTree } from './tree-layout.ts'

export interface LayoutRequest {
  /** Branches that a person opened (true) or closed (false). */
  readonly expansion: ReadonlyMap<string, boolean>
  /** Nodes that a person moved. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number }>
}

/** The layout of one graph, kept between changes. Pure but for that: runs in a worker, in tests and anywhere else. */
export class GraphLayout {
  /** What the tree was laid out from last, as far as it is still true. */
  readonly #blocks = new Map<string, Block>()
  #index = this.#newIndex()
  #open = new Set<string>()
  /** What was said to be open or closed when the blocks were made. */
  #expansion: ReadonlyMap<string, boolean> = new Map()

  /** Starts over with these nodes, and decides what is open to begin with. */
  reset(nodes: readonly SkeletonNode[]): void {
    this.#index = this.#newIndex()
    this.#index.patch(nodes, [])
    this.openAsUsual()
  }

  /** Decides what is open to begin with. */
  openAsUsual(): void {
    this.#open = defaultExpansion(this.#index)
    this.#blocks.clear()
  }

  /** Opens every branch, or closes all below the root. */
  openAll(isOpen: boolean): void {
    this.#open = new Set(isOpen ? this.#index.branches() : this.#index.root ? [this.#index.root.id] : [])
    this.#blocks.clear()
  }

  /** What is open stays open; a branch that is new is open too, so that what is drawn in it is seen. */
  patch(put: readonly SkeletonNode[], remove: readonly string[]): void {
    for (const node of put) if (node.role === 'branch' && !this.#index.get(node.id)) this.#open.add(node.id)
    this.#index.patch(put, remove)
  }

  layout({ expansion, positions }: LayoutRequest): PlacedGraph {
    const isOpen = (node: SkeletonNode, onlyChild: boolean) =>
      expansion.get(node.id) ?? (onlyChild || this.#open.has(node.id))
    if (!sameExpansion(this.#expansion, expansion)) {
      this.#blocks.clear()
      this.#expansion = new Map(expansion)
    }
    const tree = layoutTree(this.#index, isOpen, positions, this.#blocks)
    const targets = layoutTargets(this.#index, tree, positions)
    return { nodes: [...tree, ...targets.nodes], edges: targets.edges }
  }

  #newIndex(): GraphIndex {
    this.#blocks.clear()
    return new GraphIndex((id) => this.#blocks.delete(id))
  }
}

function sameExpansion(a: ReadonlyMap<string, boolean>, b: ReadonlyMap<string, boolean>): boolean {
  if (a.size !== b.size) return false
  for (const [id, isOpen] of a) if (b.get(id) !== isOpen) return false
  return true
}
