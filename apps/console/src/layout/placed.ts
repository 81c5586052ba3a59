/** A node with its place, in canvas units. */
export interface PlacedNode {
  readonly id: string
  readonly role: 'root' | 'branch' | 'leaf' | 'target'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The node that it hangs on, or null: an edge leads from there to it. */
  readonly parent: string | null
  readonly depth: number
  /** Leaves at and below it, shown or not. */
  readonly leaves: number
  /** Direct children, shown or not. */
  readonly children: number
  readonly expanded: boolean
  /** The box around it and everything shown below it. */
  readonly right: number
  readonly bottom: number
  readonly top: number
}

export interface PlacedEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  /** How many edges of hidden nodes it stands for; 0 for an edge of its own. */
  readonly stands: number
}

/** Nodes, parents before their children, and the edges to targets. */
export interface PlacedGraph {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const emptyGraph: PlacedGraph = { nodes: [], edges: [] }
