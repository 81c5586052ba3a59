import { useCallback, useLayoutEffect, useRef } from 'react'
import type { SpatialIndex } from '../layout/index.ts'
import { framingReadably, framingStart, type Viewport } from './viewport.ts'

/**
 * Frames what matters once there is something to frame and a screen to frame it on, and again when what matters is
 * known only later. Answers what to call when somebody has chosen where to look.
 */
export function useFirstFrame(
  index: SpatialIndex,
  width: number,
  height: number,
  ids: readonly string[] | undefined,
  show: (viewport: Viewport) => void,
): () => void {
  const done = useRef<'nothing' | 'start' | 'all'>('nothing')
  useLayoutEffect(() => {
    if (done.current === 'all' || width === 0 || index.graph.nodes.length === 0) return
    const wanted = (ids ?? []).flatMap((id) => index.node(id) ?? [])
    const size = { width, height }
    if (wanted.length > 0) {
      done.current = 'all'
      show(framingReadably(wanted, size))
    } else if (done.current === 'nothing') {
      done.current = 'start'
      show(framingStart(index.bounds, size))
    }
  })
  return useCallback(() => {
    done.current = 'all'
  }, [])
}
