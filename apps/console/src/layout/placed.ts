import type { DrawnEdge } from './edge-fan.ts'

/** A node with its place, in canvas units. */
export interface PlacedNode {
  readonly id: string
  /** A step is a part of a leaf whose flow is open. */
  readonly role: 'root' | 'branch' | 'leaf' | 'target' | 'step'
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
  /** Flows of methods that are open, with their edges as they are drawn. */
  readonly flows?: readonly PlacedFlow[]
}

/** An open flow and the box around all of it. */
export interface PlacedFlow extends Rect {
  readonly method: string
  readonly edges: readonly DrawnEdge[]
  readonly gaps: readonly FlowGapPlace[]
}

/** Where on an edge of a flow a step can be inserted. */
export interface FlowGapPlace {
  /** The node that the edge comes from. */
  readonly after: string
  readonly way: 'request' | 'response'
  readonly x: number
  readonly y: number
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const emptyGraph: PlacedGraph = { nodes: [], edges: [] }
