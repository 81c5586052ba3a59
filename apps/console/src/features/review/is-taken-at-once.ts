import type { PlanView } from '@penstock/server'

export interface NewPlan {
  readonly pinned: Pick<PlanView, 'planHash' | 'summary' | 'base'> | undefined
  readonly latest: Pick<PlanView, 'planHash' | 'base'>
  /** Our own deployment is on its way: what it leads to has another base. */
  readonly isFollowing: boolean
  /** What our own save leads to. */
  readonly isOwn: boolean
  /** The one on the screen was asked for since the screen was entered, and is no memory of an earlier visit. */
  readonly wasCurrent: boolean
}

/** Whether a new plan replaces the one on the screen without asking: nobody reads that one, or it says the same. */
export function isTakenAtOnce({ pinned, latest, isFollowing, isOwn, wasCurrent }: NewPlan): boolean {
  if (!pinned || isOwn || !wasCurrent) return true
  // Somebody may edit the draft meanwhile: nobody read what that makes of the plan.
  if (isFollowing && pinned.base?.deployment !== latest.base?.deployment) return true
  return pinned.summary.total === 0 || pinned.planHash === latest.planHash
}
