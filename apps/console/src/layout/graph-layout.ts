import { defaultExpansion } from './expansion.ts'
import { GraphIndex } from './graph-index.ts'
import type { PlacedEdge, PlacedGraph } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'
import { layoutTargets } from './target-layout.ts'
import { layoutTree } from './tree-layout.ts'

export interface LayoutRequest {
  /** Branches that a person opened (true) or closed (false). */
  readonly expansion: Readonly<Record<string, boolean>>
  /** Nodes that a person moved. */
  readonly positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>
}

/** The layout of one graph, kept between changes. Pure but for that: runs in a worker, in tests and anywhere else. */
export class GraphLayout {
  #index = new GraphIndex()
  #open = new Set<string>()

  /** Starts over with these nodes, and decides what is open to begin with. */
  reset(nodes: readonly SkeletonNode[]): void {
    this.#index = new GraphIndex()
    this.#index.patch(nodes, [])
    this.#open = defaultExpansion(this.#index)
  }

  /** What is open stays open; a branch that is new is open too, so that what is drawn in it is seen. */
  patch(put: readonly SkeletonNode[], remove: readonly string[]): void {
    for (const node of put) if (node.role === 'branch' && !this.#index.get(node.id)) this.#open.add(node.id)
    this.#index.patch(put, remove)
  }

  layout({ expansion, positions }: LayoutRequest): PlacedGraph {
    const placesById = new Map(Object.entries(positions))
    const isOpen = (node: SkeletonNode, onlyChild: boolean) =>
      expansion[node.id] ?? (onlyChild || this.#open.has(node.id))
    const tree = layoutTree(this.#index, isOpen, placesById)
    const targets = layoutTargets(this.#index, tree, placesById)
    const branches: PlacedEdge[] = []
    for (const node of tree) {
      if (node.parent === null) continue
      branches.push({ id: `${node.parent}>${node.id}`, source: node.parent, target: node.id, stands: 0 })
    }
    return { nodes: [...tree, ...targets.nodes], edges: [...branches, ...targets.edges] }
  }
}
