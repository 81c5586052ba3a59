import { type Definition, type RecordId, recordsOf } from '@penstock/model'
import type { InspectionView } from '@penstock/server'
import { partId } from '../../editor/index.ts'
import { lossWords } from './loss-words.ts'

type Phase = InspectionView['phases'][number]

/** A node that a request came by, and what it took there. */
export interface TraceStop {
  readonly id: RecordId
  /** "routed · 0.12 ms" */
  readonly label: string
  readonly outcome: Phase['outcome']
}

/** Why a route did not answer, in a few words and in a sentence. */
export interface Loss {
  readonly words: string
  readonly sentence: string
}

/** The way of one request over the graph. */
export interface RequestTrace {
  /** The method that answered; null where none does. */
  readonly winner: RecordId | null
  /** In the order of the request. */
  readonly stops: readonly TraceStop[]
  /** The steps of the method's flow that the request came by: those are lit with their method, where it is open. */
  readonly steps: ReadonlyMap<string, Omit<TraceStop, 'id'>>
  /** Routes that came near, each with the reason why it did not answer. */
  readonly losers: ReadonlyMap<RecordId, Loss>
}

/** What happens at the nodes of each kind, in words, and the phases that it is made of. */
const places = {
  api: { words: 'reached', phases: ['address', 'cors'] },
  method: { words: 'routed', phases: ['route', 'authorizer', 'api key', 'throttle', 'request', 'cache'] },
  integration: { words: 'mapped', phases: ['integration request', 'integration response'] },
  backend: { words: 'called', phases: ['integration'] },
} as const satisfies Record<string, { words: string; phases: readonly Phase['name'][] }>

/** The steps of a method's flow, as parts of it are named, and the phase that each is. */
const stepPhases: Readonly<Record<string, Phase['name']>> = {
  authorizer: 'authorizer',
  key: 'api key',
  'request-mapping': 'integration request',
  'response-mapping': 'integration response',
}

/** Where on the graph a request went: the stage's root, its resources, the method, the integration and what that calls. */
export function traceOf(inspection: InspectionView, definition: Definition): RequestTrace {
  const { records, phases, routing } = inspection
  const backend = records.upstream?.id ?? records.function?.id
  const at = (place: keyof typeof places) => {
    const { words } = places[place]
    // What calls nothing of its own on the graph is where its call is seen.
    const isLast = place === 'integration' && backend === undefined
    const names = [...places[place].phases, ...(isLast ? places.backend.phases : [])]
    const mine = phases.filter(({ name }) => (names as readonly Phase['name'][]).includes(name))
    // An explained request stops before what it would call, where that is on the graph.
    const isBeforeStop = inspection.outcome === 'planned' && backend !== undefined
    const ended = mine.find((phase) => phase.outcome !== 'passed')?.outcome
    const outcome: Phase['outcome'] = isBeforeStop || ended === undefined ? 'passed' : ended
    const took = mine.reduce((sum, { durationMs }) => sum + durationMs, 0)
    const verb = outcome === 'failed' ? 'failed' : words
    return {
      outcome,
      label: mine.length === 0 ? '' : `${verb} · ${milliseconds(took)}`,
      isReached: mine.length > 0,
    }
  }
  const stops: TraceStop[] = []
  const stop = (id: RecordId | undefined, place: keyof typeof places) => {
    const { isReached, ...found } = at(place)
    if (id !== undefined && isReached && definition.has(id)) stops.push({ id, ...found })
  }
  const [api] = recordsOf(definition, 'api')
  stop(api?.id, 'api')
  for (const { id } of records.resources)
    if (definition.has(id)) stops.push({ id, label: 'matched', outcome: 'passed' })
  stop(records.method?.id, 'method')
  stop(records.integration?.id, 'integration')
  const isPlanned = inspection.outcome === 'planned'
  if (isPlanned && backend !== undefined && definition.has(backend))
    stops.push({ id: backend, label: 'would be called', outcome: 'stopped' })
  else stop(backend, 'backend')
  const own = new Set(stops.map(({ id }) => id))
  const losers = new Map<RecordId, Loss>()
  for (const { id, reason, sentence } of routing?.losers ?? [])
    if (!own.has(id) && !losers.has(id)) losers.set(id, { words: lossWords[reason], sentence })
  const method = records.method?.id
  return {
    winner: method ?? null,
    stops,
    losers,
    steps: method === undefined ? new Map() : stepsOf(method, phases),
  }
}

function stepsOf(method: RecordId, phases: readonly Phase[]): RequestTrace['steps'] {
  const steps = new Map<string, Omit<TraceStop, 'id'>>()
  for (const [step, name] of Object.entries(stepPhases)) {
    const phase = phases.find((candidate) => candidate.name === name)
    if (!phase) continue
    steps.set(partId(method, step), { label: milliseconds(phase.durationMs), outcome: phase.outcome })
  }
  return steps
}

/** `0.12 ms`, `14 ms`, `1.2 s` */
export function milliseconds(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`
  return ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(2)} ms`
}
