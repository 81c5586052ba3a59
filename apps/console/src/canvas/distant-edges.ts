import type { DrawnEdge, SpatialIndex } from '../layout/index.ts'

/** From afar all edges are seen at once; of more than these, nothing could be told. */
const maxDistantEdges = 1500
const distant = new WeakMap<SpatialIndex, readonly DrawnEdge[]>()

export function distantEdges(index: SpatialIndex): readonly DrawnEdge[] {
  let edges = distant.get(index)
  if (!edges) {
    edges = index.graph.edges.length > maxDistantEdges ? [] : index.edgesIn(index.bounds)
    distant.set(index, edges)
  }
  return edges
}
