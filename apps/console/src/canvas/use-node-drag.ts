import type { NodeChange } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { PlacedNode, SpatialIndex } from '../layout/index.ts'
import { beginningOf, draggedTogether, isAbout, type Places } from './drag-together.ts'
import type { RecordNode } from './record-node.tsx'

/** Drags nodes, each together with all that is selected if it is; knows where they were put. */
export function useNodeDrag(options: {
  index: SpatialIndex
  selected: readonly string[]
  onDragStart: (() => void) | undefined
  onDrag: ((positions: Places) => void) | undefined
  onDragEnd: (() => void) | undefined
}) {
  const { index, selected, onDragStart, onDrag, onDragEnd } = options
  const isDragging = useRef(false)
  const began = useRef<Places>({})
  const put = useRef<Places>({})
  const end = useRef<(() => void) | null>(null)
  useEffect(() => () => end.current?.(), [])
  const onNodesChange = (changes: NodeChange<RecordNode>[]) => {
    const positions: Record<string, { x: number; y: number }> = {}
    for (const change of changes) {
      if (change.type === 'position' && change.position && change.dragging)
        positions[change.id] = change.position
    }
    if (Object.keys(positions).length === 0) return
    put.current = draggedTogether(began.current, positions)
    onDrag?.(put.current)
  }
  const start = (id: string) => {
    isDragging.current = true
    began.current = beginningOf(index, id, selected)
    onDragStart?.()
    // A node that goes away while it is held never tells that it was let go.
    const letGo = () => {
      window.removeEventListener('pointerup', letGo)
      end.current = null
      isDragging.current = false
      onDragEnd?.()
    }
    window.addEventListener('pointerup', letGo)
    end.current = letGo
  }
  const stop = () => end.current?.()
  /** Whether a node is being dragged, or stands where somebody dragged it to. */
  const isHandled = (node: PlacedNode) => {
    const at = put.current[node.id]
    return isDragging.current || (at !== undefined && isAbout(at, node))
  }
  return { onNodesChange, start, stop, isHandled }
}
