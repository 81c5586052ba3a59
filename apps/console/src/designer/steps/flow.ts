import type { Definition, RecordId } from '@penstock/model'
import { partId, partOf, recordOfPart } from '../../editor/index.ts'
import { placeOf } from './flow-place.ts'
import { type FlowPlace, type FlowStep, isStepOffered, type UsedStep } from './flow-step.ts'
import { flowSteps } from './steps.ts'

/** An edge of the flow: what it comes from and leads to, and which steps can go exactly there. */
export interface FlowGap {
  readonly id: string
  readonly way: FlowStep['way']
  /** The step before it; null: the caller, or on the way back the integration. */
  readonly after: FlowStep | null
  readonly before: FlowStep | null
  readonly fits: readonly FlowStep[]
}

/** A method's flow, one path: caller → steps → integration → steps → caller. */
export interface Flow {
  readonly place: FlowPlace
  readonly used: readonly FlowStep[]
  readonly gaps: readonly FlowGap[]
}

/** The steps that do something with what comes to a method or a route, in order. */
export function usedSteps(definition: Definition, id: RecordId): readonly UsedStep[] {
  const place = placeOf(definition, id)
  if (!place) return []
  return flowSteps
    .filter((step) => !step.describes && step.isUsed(place))
    .map((step) => ({ step, state: step.state?.(place) ?? null }))
}

export function flowOf(definition: Definition, method: RecordId): Flow | null {
  const place = placeOf(definition, method)
  if (!place) return null
  const used = flowSteps.filter((step) => step.isUsed(place))
  return { place, used, gaps: [...gapsOf(place, 'request'), ...gapsOf(place, 'response')] }
}

/** The steps of one way, and between each two of them those that are not used but have their place there. */
function gapsOf(place: FlowPlace, way: FlowStep['way']): FlowGap[] {
  const gaps: FlowGap[] = []
  let after: FlowStep | null = null
  let fits: FlowStep[] = []
  const close = (before: FlowStep | null) => {
    gaps.push({ id: gapId(place.method.id, way, after), way, after, before, fits })
    after = before
    fits = []
  }
  for (const step of flowSteps) {
    if (step.way !== way) continue
    if (step.isUsed(place)) close(step)
    else if (isStepOffered(step, place)) fits.push(step)
  }
  close(null)
  return gaps
}

function gapId(method: RecordId, way: FlowStep['way'], after: FlowStep | null): string {
  return partId(method, `after-${after?.id ?? (way === 'request' ? 'caller' : 'integration')}`)
}

/** The step that an id names, `met_1#validation`, with its place; null for ids of records and for what is gone. */
export function stepAt(definition: Definition, id: string): { step: FlowStep; place: FlowPlace } | null {
  const part = partOf(id)
  const step = part === null ? undefined : flowSteps.find((candidate) => candidate.id === part)
  const place = step ? placeOf(definition, recordOfPart(id)) : null
  return step && place?.method && step.isUsed(place) ? { step, place } : null
}
