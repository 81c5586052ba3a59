import type { BundlePool } from '@penstock/bundle'

/**
 * What calls have shown of a target: a circuit breaker.
 *
 *     standing ── too many fail ──► left out ── its time is over ──► on trial ── the trial goes well ──► standing
 *                                      ▲                                │
 *                                      └──── the trial fails: twice as long
 */
export interface Standing {
  /** Failed calls since the last that went well. */
  readonly failures: number
  /** Calls since `from`, milliseconds of the gateway's clock, where the share of those that fail counts. */
  readonly window: { readonly from: number; readonly calls: number; readonly failed: number } | null
  /** How often it was left out since a trial went well; 0: it stands. */
  readonly ejections: number
  /** Left out until then; 0: it is not. */
  readonly until: number
  /** Since when it was not called as others are; null: it stands. */
  readonly outSince: number | null
  /** When a trial went well; null: there was none. */
  readonly backSince: number | null
}

export const goodStanding: Standing = {
  failures: 0,
  window: null,
  ejections: 0,
  until: 0,
  outSince: null,
  backSince: null,
}

export type EjectionRules = NonNullable<BundlePool['ejection']>

export function isEjected({ until }: Standing, now: number): boolean {
  return now < until
}

/** Its time is over, and one call at a time shows whether it stands again. */
export function isOnTrial({ ejections, until }: Standing, now: number): boolean {
  return ejections > 0 && now >= until
}

/** What a call that is over says of its target. */
export interface CallOutcome {
  readonly hasFailed: boolean
  /** It was sent as the one call that shows whether the target stands again. */
  readonly isTrial: boolean
}

/**
 * What a call that is over makes of it. While a target is left out or on trial, no call but the trial changes anything: those
 * that were sent before say nothing of now. `mayLeave` is asked when it is to be left out that stood: others may be out already.
 */
export function afterCall(
  standing: Standing,
  { hasFailed, isTrial }: CallOutcome,
  rules: EjectionRules,
  now: number,
  mayLeave: () => boolean,
): Standing {
  if (isEjected(standing, now)) return standing
  if (standing.ejections > 0) {
    if (!isTrial) return standing
    return hasFailed ? leftOut(standing, rules, now) : { ...goodStanding, backSince: now }
  }
  if (!hasFailed && standing.failures === 0 && rules.ratio === undefined) return standing
  const counted: Standing = {
    ...standing,
    failures: hasFailed ? standing.failures + 1 : 0,
    window: windowAfter(standing.window, hasFailed, rules, now),
  }
  return hasFailed && isTooMuch(counted, rules) && mayLeave() ? leftOut(counted, rules, now) : counted
}

function isTooMuch({ failures, window }: Standing, rules: EjectionRules): boolean {
  if (rules.failures !== undefined && failures >= rules.failures) return true
  const { ratio } = rules
  if (ratio === undefined || window === null || window.calls < ratio.calls) return false
  return window.failed * 100 >= ratio.percent * window.calls
}

/** One window after the other: two numbers a target instead of a list of its calls. */
function windowAfter(
  window: Standing['window'],
  hasFailed: boolean,
  { ratio }: EjectionRules,
  now: number,
): Standing['window'] {
  if (ratio === undefined) return null
  const failed = hasFailed ? 1 : 0
  if (window === null || now - window.from >= ratio.overMs) return { from: now, calls: 1, failed }
  return { from: window.from, calls: window.calls + 1, failed: window.failed + failed }
}

function leftOut({ ejections, outSince }: Standing, { forMs, maxMs }: EjectionRules, now: number): Standing {
  const time = Math.min(maxMs, forMs * 2 ** Math.min(ejections, 30))
  return { ...goodStanding, ejections: ejections + 1, until: now + time, outSince: outSince ?? now }
}
