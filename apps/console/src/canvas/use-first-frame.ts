import { useCallback, useLayoutEffect, useRef } from 'react'
import type { PlacedNode, SpatialIndex } from '../layout/index.ts'
import {
  fitsReadably,
  framingReadably,
  framingStart,
  keptInside,
  levelAt,
  type Look,
  type Size,
  type Viewport,
  visibleRect,
} from './viewport.ts'

/**
 * Goes back to where somebody looked last, else frames what matters once there is something to frame and a screen to frame
 * it on, and again when what matters is known only later. A picture of another kind is framed anew: what is selected, else
 * its beginning. Answers what to call when somebody has chosen where to look.
 */
export function useFirstFrame(options: {
  index: SpatialIndex
  /** Of what kind the picture is. */
  picture: string
  size: Size
  left: Look | null | undefined
  first: readonly string[] | undefined
  selected: readonly string[]
  show: (viewport: Viewport, isAnew: boolean) => void
}): () => void {
  const { index, picture, size, left = null, first, selected, show } = options
  const done = useRef<Framed>('nothing')
  const framed = useRef(picture)
  useLayoutEffect(() => {
    if (size.width === 0 || index.graph.nodes.length === 0) return
    const isAnew = framed.current !== picture
    framed.current = picture
    const next = frameOf({ index, size, done: done.current, isAnew, left, first: first ?? [], selected })
    if (!next) return
    done.current = next.done
    show(next.viewport, isAnew)
  })
  return useCallback(() => {
    done.current = 'all'
  }, [])
}

/** What was framed: all that matters, or only where the graph begins as nothing more was known. */
export type Framed = 'nothing' | 'start' | 'all'

/** What to look at now, and what is framed then; null: at what is looked at already. */
export function frameOf(options: {
  index: SpatialIndex
  size: Size
  done: Framed
  /** Whether the picture is of another kind than the one that was framed. */
  isAnew: boolean
  /** Where somebody looked last. */
  left: Look | null
  first: readonly string[]
  selected: readonly string[]
}): { viewport: Viewport; done: Framed } | null {
  const { index, size, done, isAnew, left, first, selected } = options
  const back = done === 'nothing' && left ? backAt(left, index, size) : null
  if (back) return { viewport: back, done: 'all' }
  if (done === 'all' && !isAnew) return null
  // Whoever has looked around looks for what is selected; what is known only later does not take them elsewhere.
  const ids = done === 'all' ? selected : first
  const wanted = ids.flatMap((id) => index.node(id) ?? [])
  if (wanted.length > 0) return { viewport: framingWanted(wanted, index, size), done: 'all' }
  if (done === 'start' && !isAnew) return null
  return { viewport: framingStart(index.bounds, size), done: done === 'all' ? 'all' : 'start' }
}

/** A graph that can be read whole is shown whole; of a larger one what matters, with the way that leads there. */
function framingWanted(wanted: readonly PlacedNode[], index: SpatialIndex, size: Size): Viewport {
  if (fitsReadably([index.bounds], size)) return framingStart(index.bounds, size)
  const way = wanted.slice(0, 1).flatMap((node) => wayTo(node, index))
  // Nothing is cut off beside empty ground.
  return keptInside(framingReadably(wanted, size, way), index.bounds, size)
}

/** What a node hangs on, nearest first; of one that hangs on nothing, what leads to it. */
function wayTo(node: PlacedNode, index: SpatialIndex): PlacedNode[] {
  const way: PlacedNode[] = []
  let next = node.parent ?? index.graph.edges.find(({ target }) => target === node.id)?.source ?? null
  for (let depth = 0; next !== null && depth < 256; depth++) {
    const above = index.node(next)
    if (!above) break
    way.push(above)
    next = above.parent
  }
  return way
}

/**
 * What was looked at, in the middle of a canvas that may have another size by now; null where nothing is left of it, or where
 * all of a graph can be read on this one. The map from afar is never empty.
 */
function backAt({ x, y, zoom, width, height }: Look, index: SpatialIndex, size: Size): Viewport | null {
  const isResized = width !== size.width || height !== size.height
  if (isResized && fitsReadably([index.bounds], size)) return null
  const viewport = { x: x + (size.width - width) / 2, y: y + (size.height - height) / 2, zoom }
  const showsSomething = levelAt(zoom) === 'blocks' || index.nodesIn(visibleRect(viewport, size)).length > 0
  return showsSomething ? viewport : null
}
