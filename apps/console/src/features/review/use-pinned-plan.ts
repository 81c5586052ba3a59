import type { PlanView } from '@penstock/server'
import { useCallback, useState } from 'react'
import { isTakenAtOnce } from './is-taken-at-once.ts'

export interface PinnedPlan {
  /** What is on the screen and what the button deploys. */
  readonly plan: PlanView | undefined
  /** A newer plan that nobody looked at yet. */
  readonly newer: PlanView | undefined
  /** Puts the newest plan on the screen. */
  readonly showNewest: () => void
  /** Puts this one on the screen. */
  readonly pin: (plan: PlanView) => void
  /** Whether the plan after our own deployment, which is on its way, replaces this one at once. */
  readonly setFollowing: (isFollowing: boolean) => void
  /** Our own save was told of: what is read next replaces this one at once. */
  readonly followNextRead: () => void
}

export interface ReadPlan {
  /** As it was read last. */
  readonly latest: PlanView | undefined
  /** When it was read. */
  readonly readAt: number
  /** It was asked for since the screen was entered. */
  readonly isCurrent: boolean
}

/**
 * Holds on to the plan that is being read: when the draft or the stage moves meanwhile, the new plan waits until it is
 * asked for, so that the list does not change under the reader and nobody deploys what nobody saw. What is known from
 * an earlier visit is not held on to.
 */
export function usePinnedPlan({ latest, readAt, isCurrent }: ReadPlan): PinnedPlan {
  const [pinned, setPinned] = useState<PlanView | undefined>(latest)
  const [wasCurrent, setCurrent] = useState(isCurrent)
  const [isFollowing, setFollowing] = useState(false)
  const [outdated, setOutdated] = useState<number>()
  const followNextRead = useCallback(() => setOutdated(readAt), [readAt])
  const isOwn = outdated !== undefined && outdated !== readAt
  if (isCurrent && !wasCurrent) setCurrent(true)
  if (isOwn) setOutdated(undefined)
  if (latest && latest !== pinned && isTakenAtOnce({ pinned, latest, isFollowing, isOwn, wasCurrent })) {
    setPinned(latest)
    if (latest.base?.deployment !== pinned?.base?.deployment) setFollowing(false)
  }
  return {
    plan: pinned,
    newer: latest && pinned && latest.planHash !== pinned.planHash ? latest : undefined,
    showNewest: () => setPinned(latest),
    pin: setPinned,
    setFollowing,
    followNextRead,
  }
}
