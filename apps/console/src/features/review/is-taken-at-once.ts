import type { PlanView } from '@penstock/server'

export interface NewPlan {
  readonly pinned: Pick<PlanView, 'planHash' | 'summary'> | undefined
  readonly latest: Pick<PlanView, 'planHash'>
  /** What our own deployment or save leads to. */
  readonly isFollowed: boolean
  /** The one on the screen was asked for since the screen was entered, and is no memory of an earlier visit. */
  readonly wasCurrent: boolean
}

/** Whether a new plan replaces the one on the screen without asking: nobody reads that one, or it says the same. */
export function isTakenAtOnce({ pinned, latest, isFollowed, wasCurrent }: NewPlan): boolean {
  if (!pinned || isFollowed || !wasCurrent) return true
  return pinned.summary.total === 0 || pinned.planHash === latest.planHash
}
