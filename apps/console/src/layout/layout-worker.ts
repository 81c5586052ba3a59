import { expose, transfer } from 'comlink'
import { GraphLayout } from './graph-layout.ts'
import { buffersOf, GraphEncoder, type GraphMessage } from './graph-wire.ts'
import type { SkeletonNode } from './skeleton.ts'

/** What changed since the last request. The worker holds the rest. */
export interface LayoutUpdate {
  readonly put: readonly SkeletonNode[]
  readonly remove: readonly string[]
  /** What is open to begin with is decided anew: at first, and where nodes are grouped otherwise. */
  readonly isReset: boolean
  /** All branches were opened (true) or closed (false), before what `expansion` says. */
  readonly all: boolean | null
  /** Branches that a person opened (true) or closed (false). */
  readonly expansion: ReadonlyMap<string, boolean>
  /** Where a person moved nodes to; null: where the layout puts it. */
  readonly positions: ReadonlyMap<string, { readonly x: number; readonly y: number } | null>
  /** Whether nodes stand where a person moved them to: those places are of one grouping. */
  readonly hasPositions: boolean
}

const layout = new GraphLayout()
const encoder = new GraphEncoder()
const positions = new Map<string, { readonly x: number; readonly y: number }>()
const nowhere = new Map<string, never>()
let expansion = new Map<string, boolean>()

/** What the main thread may ask: one message, one answer. The first update brings all nodes. */
const api = {
  update(update: LayoutUpdate): GraphMessage {
    const { put, remove } = update
    if (put.length + remove.length > 0) layout.patch(put, remove)
    if (update.isReset) {
      layout.openAsUsual()
      expansion = new Map()
    }
    if (update.all !== null) {
      layout.openAll(update.all)
      expansion = new Map()
    }
    for (const [id, isOpen] of update.expansion) expansion.set(id, isOpen)
    for (const [id, at] of update.positions) {
      if (at === null) positions.delete(id)
      else positions.set(id, at)
    }
    const message = encoder.encode(
      layout.layout({ expansion, positions: update.hasPositions ? positions : nowhere }),
    )
    return transfer(message, buffersOf(message))
  },
}

export type LayoutWorker = typeof api

expose(api)
