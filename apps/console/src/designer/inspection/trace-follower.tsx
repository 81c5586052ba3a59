import { useEffect, useSyncExternalStore } from 'react'
import { useDesigner, useView } from '../designer-context.ts'
import { clearTrace, useTracing } from './trace-store.ts'

/** Losers that are opened and framed beside the way itself: the first came nearest. */
const losersFramed = 6

/** Opens what hides the way of a traced request, brings all of it into sight, and forgets it with its panel. */
export function TraceFollower() {
  const { session, canvas } = useDesigner()
  const { graph } = session
  const trace = useTracing((tracing) => tracing.trace)
  const drawer = useView((view) => view.drawer)
  const { index } = useSyncExternalStore(graph.subscribe, graph.view)
  const isDrawn = trace !== null && trace.stops.every(({ id }) => index.node(id) || !graph.isInTree(id))
  useEffect(() => {
    if (!trace) return
    const losers = [...trace.losers.keys()].slice(0, losersFramed)
    graph.reveal([...trace.stops.map(({ id }) => id), ...losers])
  }, [graph, trace])
  useEffect(() => {
    if (!trace || !isDrawn) return
    const ids = [...trace.stops.map(({ id }) => id), ...[...trace.losers.keys()].slice(0, losersFramed)]
    const shown = new Set(ids.flatMap((id) => graph.nodeFor(id) ?? []))
    if (shown.size > 0) canvas.current?.frame([...shown])
  }, [graph, canvas, trace, isDrawn])
  useEffect(() => {
    if (drawer !== 'route' && drawer !== 'try-it') clearTrace(session)
  }, [drawer, session])
  return null
}
