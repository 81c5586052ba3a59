import type { PlanView } from '@penstock/server'
import { useState } from 'react'

export interface PinnedPlan {
  /** What is on the screen and what the button deploys. */
  readonly plan: PlanView | undefined
  /** A newer plan that nobody looked at yet. */
  readonly newer: PlanView | undefined
  /** Puts the newest plan on the screen. */
  readonly showNewest: () => void
  /** Whether the next plan replaces this one at once: while our own deployment is on its way it does. */
  readonly setFollowing: (isFollowing: boolean) => void
}

/**
 * Holds on to the plan that is being read: when the draft or the stage moves meanwhile, the new plan waits until it is
 * asked for, so that the list does not change under the reader and nobody deploys what nobody saw.
 */
export function usePinnedPlan(latest: PlanView | undefined): PinnedPlan {
  const [pinned, setPinned] = useState<PlanView | undefined>(latest)
  const [isFollowing, setFollowing] = useState(false)
  if (latest && latest !== pinned && (isFollowing || !pinned || isHarmless(pinned, latest))) {
    setPinned(latest)
    setFollowing(false)
  }
  return {
    plan: pinned,
    newer: latest && pinned && latest.planHash !== pinned.planHash ? latest : undefined,
    showNewest: () => setPinned(latest),
    setFollowing,
  }
}

/** The same plan again, or one without changes, which has nothing to be read. */
function isHarmless(pinned: PlanView, latest: PlanView): boolean {
  return pinned.summary.total === 0 || pinned.planHash === latest.planHash
}
