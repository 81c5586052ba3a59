import type { BundlePool } from '@penstock/bundle'

/** What calls have shown of a target. */
export interface Standing {
  /** Failed calls since the last that went well. */
  readonly failures: number
  /** How often it was left out since then. */
  readonly ejections: number
  /** Left out until then; milliseconds of the gateway's clock, 0: it is not. */
  readonly until: number
}

export const goodStanding: Standing = { failures: 0, ejections: 0, until: 0 }

export function isEjected({ until }: Standing, now: number): boolean {
  return now < until
}

/**
 * What a call that is over makes of it. A success puts all right but the time that runs: calls that were sent before say
 * nothing of now. One that fails while it is left out does not make that longer.
 */
export function afterCall(
  standing: Standing,
  hasFailed: boolean,
  rules: BundlePool['ejection'],
  now: number,
): Standing {
  if (rules === undefined || isEjected(standing, now)) return standing
  if (!hasFailed) return standing.failures === 0 && standing.ejections === 0 ? standing : goodStanding
  const failures = standing.failures + 1
  // Back after a time out, one failure is enough.
  if (failures < rules.failures && standing.ejections === 0) return { ...standing, failures }
  const time = Math.min(rules.maxMs, rules.forMs * 2 ** Math.min(standing.ejections, 30))
  return { failures: 0, ejections: standing.ejections + 1, until: now + time }
}
