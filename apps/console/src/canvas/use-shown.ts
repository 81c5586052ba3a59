import { useCallback, useMemo, useState } from 'react'
import type { DrawnEdge, PlacedNode, Rect, SpatialIndex } from '../layout/index.ts'
import { contains, grown, levelAt, type Viewport, visibleRect } from './viewport.ts'

export interface Shown {
  readonly rect: Rect
  readonly zoom: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly DrawnEdge[]
}

/** What the index has for the screen and a margin around it; asked again only when the screen leaves the margin. */
export function useShown(index: SpatialIndex, width: number, height: number, viewportNow: () => Viewport) {
  const ask = useCallback(
    (viewport: Viewport): Shown => {
      const rect = grown(visibleRect(viewport, { width, height }), 0.35)
      return { rect, zoom: viewport.zoom, nodes: index.nodesIn(rect), edges: index.edgesIn(rect) }
    },
    [index, width, height],
  )
  const first = useMemo(() => ask(viewportNow()), [ask, viewportNow])
  const [state, setState] = useState({ ask, shown: first })
  const look = useCallback(
    (viewport: Viewport) => {
      if (levelAt(viewport.zoom) === 'blocks') return
      setState((before) => {
        const known = before.ask === ask ? before.shown : first
        const isInside = contains(known.rect, visibleRect(viewport, { width, height }))
        if (isInside && viewport.zoom < known.zoom * 2)
          return before.ask === ask ? before : { ask, shown: first }
        return { ask, shown: ask(viewport) }
      })
    },
    [ask, first, width, height],
  )
  return { shown: state.ask === ask ? state.shown : first, look }
}
