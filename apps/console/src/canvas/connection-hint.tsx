import { useConnection, useReactFlow } from '@xyflow/react'
import type { SpatialIndex } from '../layout/index.ts'
import { PointerHint } from './pointer-hint.tsx'

/** Says beside the pointer why the edge that is being drawn can't end at what the pointer is over. */
export function ConnectionHint(props: {
  index: SpatialIndex
  problem: (source: string, target: string) => string | null
}) {
  const { index, problem } = props
  const flow = useReactFlow()
  const drawn = useConnection((connection) =>
    connection.inProgress ? { from: connection.fromNode.id, ...connection.pointer } : { from: null },
  )
  if (drawn.from === null) return <PointerHint at={null} reason={null} />
  const viewport = flow.getViewport()
  const at = { x: (drawn.x - viewport.x) / viewport.zoom, y: (drawn.y - viewport.y) / viewport.zoom }
  const [over] = index.nodesIn({ ...at, width: 0, height: 0 })
  const reason = over && over.id !== drawn.from ? problem(drawn.from, over.id) : null
  return <PointerHint at={flow.flowToScreenPosition(at)} reason={reason} />
}
