import { useLayoutEffect, useRef } from 'react'
import type { SpatialIndex } from '../layout/index.ts'

/** Tells how far the anchor moved when the picture changed, so that the screen can follow it. */
export function useAnchor(
  index: SpatialIndex,
  anchor: string | null,
  follow: (dx: number, dy: number) => void,
): void {
  const before = useRef(index)
  useLayoutEffect(() => {
    if (before.current === index) return
    const [was, is] = anchor === null ? [] : [before.current.node(anchor), index.node(anchor)]
    before.current = index
    if (was && is && (was.x !== is.x || was.y !== is.y)) follow(was.x - is.x, was.y - is.y)
  })
}
