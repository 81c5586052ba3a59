export type { DrawnEdge } from './edge-fan.ts'
export { type FlowShape, flowSize, withFlows } from './flow-layout.ts'
export { GraphDecoder, type GraphMessage } from './graph-wire.ts'
export type { LayoutUpdate, LayoutWorker } from './layout-worker.ts'
export {
  emptyGraph,
  type PlacedEdge,
  type PlacedFlow,
  type PlacedGraph,
  type PlacedNode,
  type Rect,
} from './placed.ts'
export { sameSkeleton, type SkeletonNode } from './skeleton.ts'
export { boundsOf, SpatialIndex } from './spatial-index.ts'
export { GraphIndex } from './graph-index.ts'
export { type MapCell, type MapTree, mapBounds, mapBox, mapCells } from './treemap.ts'
