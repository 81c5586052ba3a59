import { expose } from 'comlink'
import { GraphLayout, type LayoutRequest } from './graph-layout.ts'
import type { PlacedGraph } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'

const layout = new GraphLayout()

/** What the main thread may ask. Changes of the skeleton come with the request that they are for: one message, one answer. */
const api = {
  reset(nodes: readonly SkeletonNode[], request: LayoutRequest): PlacedGraph {
    layout.reset(nodes)
    return layout.layout(request)
  },
  update(put: readonly SkeletonNode[], remove: readonly string[], request: LayoutRequest): PlacedGraph {
    if (put.length + remove.length > 0) layout.patch(put, remove)
    return layout.layout(request)
  },
}

export type LayoutWorker = typeof api

expose(api)
