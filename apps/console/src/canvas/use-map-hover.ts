import { type RefObject, useEffect, useRef } from 'react'
import type { MapCell } from '../layout/index.ts'
import type { TreemapHandle } from './treemap-layer.tsx'
import type { GroupLabel } from './treemap-paint.ts'

interface ScreenPoint {
  readonly clientX: number
  readonly clientY: number
}

/**
 * Says which group the pointer is over, from afar: marks it, and names it in the tooltip of the pane, which is what the
 * pointer really is over. Call it with where the pointer went; without, where it rests.
 */
export function useMapHover(options: {
  root: RefObject<HTMLElement | null>
  layer: RefObject<TreemapHandle | null>
  cells: readonly MapCell[]
  isFar: boolean
  cellIn: (at: ScreenPoint) => MapCell | null
  group: (id: string) => GroupLabel
}): (at?: ScreenPoint | null) => void {
  const { root, layer, cells, isFar, cellIn, group } = options
  const rests = useRef<ScreenPoint | null>(null)
  const hover = (at: ScreenPoint | null = rests.current) => {
    rests.current = at
    const cell = at && isFar ? cellIn(at) : null
    layer.current?.hover(cell?.id ?? null)
    root.current?.toggleAttribute('data-over-group', cell !== null)
    const pane = root.current?.querySelector<HTMLElement>('.react-flow__pane')
    if (pane) pane.title = cell ? groupTitle(cell, group(cell.id)) : ''
  }
  // What is under a pointer that rests is another group when the map has moved below it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another picture is a reason
  useEffect(() => hover(), [cells, isFar])
  return hover
}

function groupTitle({ role, leaves }: MapCell, { title, method }: GroupLabel): string {
  if (role === 'leaf') return method ? `${method} ${title}` : title
  return `${title}, ${leaves} ${leaves === 1 ? 'operation' : 'operations'}`
}
