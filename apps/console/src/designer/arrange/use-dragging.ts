import { useEffect, useRef, useState } from 'react'
import type { Position } from '../../editor/index.ts'
import type { DesignerContext } from '../designer-context.ts'
import { type Box, extentOf } from './align.ts'
import { type Guide, snap, type Snapped } from './snap.ts'

/** How far around what is dragged others are looked for. */
const aroundPx = 360
const freely: Snapped = { dx: 0, dy: 0, guides: [] }
const noGuides: readonly Guide[] = []

/** Dragging nodes: one undo for all of it, also while it goes on; on the grid and in line with what is near. Alt lets them go anywhere. */
export function useDragging({ session: { editor, graph }, view }: DesignerContext) {
  const gesture = useRef<number | null>(null)
  const isFree = useRef(false)
  const [guides, setGuides] = useState(noGuides)
  useEffect(() => {
    // Before the drag hears of the move.
    const hear = (event: PointerEvent) => {
      isFree.current = event.altKey
    }
    window.addEventListener('pointermove', hear, { capture: true })
    return () => window.removeEventListener('pointermove', hear, { capture: true })
  }, [])
  return {
    guides,
    onDragStart: () => {
      gesture.current = editor.beginGesture('Move')
    },
    onDrag: (positions: Readonly<Record<string, Position>>) => {
      // It was undone while the pointer is still down.
      if (gesture.current === null || !editor.hasGesture(gesture.current)) return setGuides(noGuides)
      const { index } = graph.view()
      const boxes = Object.entries(positions).flatMap(([id, at]): Box[] => {
        const node = index.node(id)
        return node ? [{ id, ...at, width: node.width, height: node.height }] : []
      })
      const isSnapping = view.getState().isSnapping && !isFree.current
      const { dx, dy, guides: found } = isSnapping ? snap(boxes, near(boxes)) : freely
      setGuides(found.length > 0 ? found : noGuides)
      editor.run('Move', (transaction) => {
        for (const [id, at] of Object.entries(positions))
          transaction.place(id, { x: Math.round(at.x + dx), y: Math.round(at.y + dy) })
      })
    },
    onDragEnd: () => {
      if (gesture.current !== null) editor.endGesture(gesture.current)
      gesture.current = null
      setGuides(noGuides)
    },
  }

  function near(boxes: readonly Box[]): readonly Box[] {
    if (boxes.length === 0) return []
    const { left, top, right, bottom } = extentOf(boxes)
    const dragged = new Set(boxes.map(({ id }) => id))
    const around = {
      x: left - aroundPx,
      y: top - aroundPx,
      width: right - left + 2 * aroundPx,
      height: bottom - top + 2 * aroundPx,
    }
    return graph
      .view()
      .index.nodesIn(around)
      .filter(({ id }) => !dragged.has(id))
  }
}
