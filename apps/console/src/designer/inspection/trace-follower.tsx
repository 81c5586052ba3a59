import type { RecordId } from '@penstock/model'
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
  const near = trace ? [...trace.losers.keys()].slice(0, losersFramed) : []
  const isDrawn =
    trace !== null &&
    [...trace.stops.map(({ id }) => id), ...near].every((id) => index.node(id) || !graph.isInTree(id))
  useEffect(() => {
    if (!trace) return
    const losers = [...trace.losers.keys()].slice(0, losersFramed)
    graph.reveal([...trace.stops.map(({ id }) => id), ...losers])
  }, [graph, trace])
  useEffect(() => {
    if (!trace || !isDrawn) return
    const drawn = (ids: readonly RecordId[]) => [...new Set(ids.flatMap((id) => graph.nodeFor(id) ?? []))]
    const stops = trace.stops.map(({ id }) => id)
    const losers = [...trace.losers.keys()].slice(0, losersFramed)
    // As much of the picture as can be read at once; what decides is on it in any case.
    const { winner } = trace
    const fromMethod = stops.slice(Math.max(0, stops.indexOf(winner ?? '')))
    const wishes = winner === null ? [losers] : [[...stops, ...losers], stops, fromMethod]
    const fitting = wishes.map(drawn).find((ids) => ids.length > 0 && canvas.current?.fits(ids))
    const shown = fitting ?? drawn([winner ?? losers[0] ?? stops[0] ?? ''])
    if (shown.length > 0) canvas.current?.frame(shown)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new picture is no reason to move
  }, [trace, isDrawn])
  useEffect(() => {
    if (drawer !== 'route' && drawer !== 'try-it') clearTrace(session)
  }, [drawer, session])
  return null
}
