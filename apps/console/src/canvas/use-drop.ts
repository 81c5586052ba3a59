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
  readonly place: DropPlace
  readonly reason: string | null
  readonly at: { readonly x: number; readonly y: number }
}

const nothing: DropTarget = { node: null, edge: null }

/** Follows what is dragged over the canvas and says what a drop would mean. */
export function useDrop(
  index: SpatialIndex,
  problem: ((item: string, place: DropPlace) => string | null) | undefined,
  /** The group at a point from afar, where nothing else is drawn; undefined up close. */
  groupAt: (point: { x: number; y: number }) => { readonly id: string } | null | undefined,
) {
  const flow = useReactFlow()
  const [hover, setHover] = useState<Hover | null>(null)
  const over = useCallback(
    (item: string, x: number, y: number): Hover => {
      const point = flow.screenToFlowPosition({ x, y })
      const group = groupAt(point)
      const isFar = group !== undefined
      const target = isFar ? nothing : dropTargetAt(index, point, flow.getZoom())
      const place = isFar ? { node: group?.id ?? null, edge: null } : placeOf(target)
      const next = { target, place, reason: problem?.(item, place) ?? null, at: { x, y } }
      setHover(next)
      return next
    },
    [index, flow, problem, groupAt],
  )
  const leave = useCallback(() => setHover(null), [])
  return { hover, over, leave }
}

function placeOf({ node, edge }: DropTarget): DropPlace {
  return { node: node?.id ?? null, edge: edge && { source: edge.source, target: edge.target } }
}
