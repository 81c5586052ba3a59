import { problemOf } from '../../app/problem.ts'

/** What is asked for beside a plan, as far as it is answered. */
export interface Asked {
  readonly data: unknown
  readonly error: unknown
}

export interface OnScreen<P> {
  readonly plan: P
  /** Whether the server may be asked for more of it. */
  readonly isCurrent: boolean
}

export interface NextOnScreen<P> {
  readonly shown: OnScreen<P>
  readonly next: OnScreen<P>
  /** The picture or the text of the next one; null where nothing of it is asked for. */
  readonly asked: Asked | null
}

/**
 * What is on the screen from now on: the next plan once what is shown beside it is there, or was refused for a reason
 * that can be said in its place. One that is gone has nothing to show, so the one before stays until another is read.
 * One that is only remembered is held on to by nobody.
 */
export function shownOf<P>({ shown, next, asked }: NextOnScreen<P>): OnScreen<P> {
  if (next.plan === shown.plan && next.isCurrent === shown.isCurrent) return shown
  const isReady = asked === null || asked.data !== undefined || (asked.error !== null && !isGone(asked))
  return isReady || !shown.isCurrent ? next : shown
}

/** Whether the plan moved before what is asked for of it was held. */
export function isGone(asked: Asked | null): boolean {
  return asked !== null && asked.error !== null && problemOf(asked.error).code === 'PLAN_GONE'
}
