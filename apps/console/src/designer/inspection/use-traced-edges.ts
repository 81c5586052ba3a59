import { useCallback, useMemo } from 'react'
import type { Tone } from '../../canvas/index.ts'
import { recordOfPart } from '../../editor/index.ts'
import type { DrawnEdge } from '../../layout/index.ts'
import { useTraceOnGraph } from './trace-store.ts'

/** Edges between nodes that a traced request came by are lit, the others step back; without one, all are as they were. */
export function useTracedEdges(edgeTone: (edge: DrawnEdge) => Tone): (edge: DrawnEdge) => Tone {
  const trace = useTraceOnGraph((tracing) => tracing.trace)
  const lit = useTraceOnGraph((tracing) => tracing.lit)
  const ids = useMemo(() => trace && new Set(trace.stops.slice(0, lit).map(({ id }) => id)), [trace, lit])
  return useCallback(
    (edge: DrawnEdge) => {
      if (!ids) return edgeTone(edge)
      return ids.has(recordOfPart(edge.source)) && ids.has(recordOfPart(edge.target)) ? 'lit' : 'faint'
    },
    [ids, edgeTone],
  )
}
