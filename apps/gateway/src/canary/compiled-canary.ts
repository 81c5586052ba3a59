import type { CanaryState } from '@penstock/bundle'
import type { CompiledStage } from '../compiled-stage.ts'
import type { RequestContext } from '../request-context.ts'
import { canaryChoice } from './canary-choice.ts'

/** Which of the two deployments of a stage with a canary answers. */
export type Side = 'base' | 'canary'

/** The second deployment of a stage, ready to serve. */
export interface CompiledCanary {
  readonly stage: CompiledStage
  /** Asked once of each request. */
  readonly isFor: (context: RequestContext) => boolean
}

export type CanarySplit = Pick<CanaryState, 'percentTraffic' | 'sticky' | 'seed'>

/** A stage with its canary: two whole stages, of which a request meets one. Nothing is compiled for another percentage. */
export function joinSides(base: CompiledStage, canary: CompiledStage, split: CanarySplit): CompiledStage {
  const stage: CompiledStage = { ...canary, side: 'canary', canary: null }
  return { ...base, side: 'base', canary: { stage, isFor: canaryChoice(split) } }
}
