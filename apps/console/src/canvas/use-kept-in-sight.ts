import { useEffect, useRef } from 'react'
import type { PlacedNode, SpatialIndex } from '../layout/index.ts'

/** Tells where what is selected went when the picture changed, or what stands in its place once it is gone. */
export function useKeptInSight(
  index: SpatialIndex,
  picture: string,
  primary: string | null,
  isThere: (id: string) => boolean,
  keep: (before: PlacedNode, kept: PlacedNode) => void,
): void {
  const shown = useRef({ index, picture })
  const last = useRef(primary)
  useEffect(() => {
    const [before, chosen] = [shown.current, last.current]
    shown.current = { index, picture }
    last.current = followed(chosen, primary, isThere)
    const was = chosen === null || before.index === index ? undefined : before.index.node(chosen)
    // Another picture is framed anew.
    if (!was || before.picture !== picture || (primary !== null && primary !== chosen)) return
    const kept = index.node(was.id)
    // What is no longer selected but still there is nobody's concern.
    if (kept && primary === null) return
    const next = kept ?? neighbourOf(was, before.index, index)
    if (next && (!kept || kept.x !== was.x || kept.y !== was.y)) keep(was, next)
  })
}

/** Whose place matters: what is selected, and what was when it went; not what somebody only deselected. */
export function followed(
  last: string | null,
  primary: string | null,
  isThere: (id: string) => boolean,
): string | null {
  if (primary !== null) return primary
  return last !== null && isThere(last) ? null : last
}

/** Of what is left in the picture, the nearest that hung where a node did, else what it hung on. */
export function neighbourOf(gone: PlacedNode, before: SpatialIndex, now: SpatialIndex): PlacedNode | null {
  let node: PlacedNode | undefined = gone
  for (let depth = 0; node?.parent && depth < 256; depth++) {
    const beside = before.children(node.parent).filter(({ id }) => now.node(id))
    const distance = (each: PlacedNode) => Math.abs(each.y - gone.y)
    const [nearest] = beside.toSorted((a, b) => distance(a) - distance(b))
    const left = now.node(nearest?.id ?? node.parent)
    if (left) return left
    node = before.node(node.parent)
  }
  return null
}
