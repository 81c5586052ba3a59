import type { PlanView } from '@penstock/server'
import { useState } from 'react'

export interface PinnedPlan {
  /** What is on the screen and what the button deploys. */
  readonly plan: PlanView | undefined
  /** A newer plan that nobody looked at yet. */
  readonly newer: PlanView | undefined
  /** Puts the newest plan on the screen. */
  readonly showNewest: () => void
}

/**
 * Holds on to the plan that is being read: when the draft or the stage moves meanwhile, the new plan waits until it is
 * asked for, so that the list does not change under the reader and nobody deploys what nobody saw.
 */
export function usePinnedPlan(latest: PlanView | undefined): PinnedPlan {
  const [pinned, setPinned] = useState<PlanView | undefined>(latest)
  // A plan without changes has nothing to be read: the next one replaces it at once.
  if (
    latest &&
    latest !== pinned &&
    (!pinned || pinned.summary.total === 0 || pinned.planHash === latest.planHash)
  ) {
    setPinned(latest)
  }
  return {
    plan: pinned,
    newer: latest && pinned && latest.planHash !== pinned.planHash ? latest : undefined,
    showNewest: () => setPinned(latest),
  }
}
