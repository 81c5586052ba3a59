import { useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import type { SpatialIndex } from '../layout/index.ts'
import { type DropTarget, dropTargetAt } from './drop-target.ts'

/** Where something is dropped, by ids. */
export interface DropPlace {
  readonly node: string | null
  readonly edge: { readonly source: string; readonly target: string } | null
}

/** Something that is held over the canvas: what would take it, or why nothing does. */
export interface Hover {
  readonly target: DropTarget
  readonly reason: string | null
  readonly at: { readonly x: number; readonly y: number }
}

/** Follows what is dragged over the canvas and says what a drop would mean. */
export function useDrop(
  index: SpatialIndex,
  problem: ((item: string, place: DropPlace) => string | null) | undefined,
) {
  const flow = useReactFlow()
  const [hover, setHover] = useState<Hover | null>(null)
  const targetAt = useCallback(
    (x: number, y: number) => dropTargetAt(index, flow.screenToFlowPosition({ x, y }), flow.getZoom()),
    [index, flow],
  )
  const over = useCallback(
    (item: string, x: number, y: number): Hover => {
      const target = targetAt(x, y)
      const next = { target, reason: problem?.(item, placeOf(target)) ?? null, at: { x, y } }
      setHover(next)
      return next
    },
    [targetAt, problem],
  )
  const leave = useCallback(() => setHover(null), [])
  return { hover, over, leave }
}

export function placeOf({ node, edge }: DropTarget): DropPlace {
  return { node: node?.id ?? null, edge: edge && { source: edge.source, target: edge.target } }
}
