import type { InspectionView } from '@penstock/server'
import { useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import { systemClock } from '../../editor/index.ts'
import { DesignerContextProvider, useDesigner } from '../designer-context.ts'
import type { DesignerSession } from '../session.ts'
import { type RequestTrace, traceOf } from './trace.ts'

/** What the panels of requests hold, and what of it the graph shows. Nothing of it is saved with the API. */
export interface Tracing {
  /** As it was written into the route panel. */
  readonly text: string
  readonly stage: string
  /** Asked for by a command; the panel fulfils it and sets it back. */
  readonly wantsFocus: boolean
  readonly explained: InspectionView | null
  readonly trace: RequestTrace | null
  /** So many stops are lit: they come one after another. */
  readonly lit: number
}

function createTracing(): StoreApi<Tracing> {
  return createStore(() => ({
    text: '',
    stage: 'preview',
    wantsFocus: false,
    explained: null,
    trace: null,
    lit: 0,
  }))
}

const stores = new WeakMap<DesignerSession, StoreApi<Tracing>>()

export function tracingOf(session: DesignerSession): StoreApi<Tracing> {
  let store = stores.get(session)
  if (!store) {
    store = createTracing()
    stores.set(session, store)
  }
  return store
}

export function useTracing<T>(select: (tracing: Tracing) => T): T {
  return useStore(tracingOf(useDesigner().session), select)
}

const nothing = createTracing()

/** For cards, which a review draws too, where no request is traced. */
export function useTraceOnGraph<T>(select: (tracing: Tracing) => T): T {
  const designer = useContext(DesignerContextProvider)
  return useStore(designer ? tracingOf(designer.session) : nothing, select)
}

/** From one node to the next: quick enough not to be waited for, slow enough to be followed. */
const stepMs = 140

/** Lights the way of a request on the graph, node by node; at once for who wants no motion. */
export function lightTrace(session: DesignerSession, inspection: InspectionView, isReplayed: boolean): void {
  const store = tracingOf(session)
  const trace = traceOf(inspection, session.editor.definition)
  const isStill = !isReplayed || window.matchMedia('(prefers-reduced-motion: reduce)').matches
  store.setState({ trace, lit: isStill ? trace.stops.length : 1 })
  if (isStill) return
  const next = () => {
    const { trace: current, lit } = store.getState()
    if (current !== trace || lit >= trace.stops.length) return
    store.setState({ lit: lit + 1 })
    systemClock.after(stepMs, next)
  }
  systemClock.after(stepMs, next)
}

export function clearTrace(session: DesignerSession): void {
  tracingOf(session).setState({ trace: null, lit: 0 })
}
