import type { BundleHealthCheck } from '@penstock/bundle'

/** What checks have shown of a target. */
export interface Health {
  readonly isHealthy: boolean
  /** Milliseconds of the gateway's clock: since when it is, or is not. */
  readonly since: number
  /** Checks in a row that say the opposite. */
  readonly against: number
  /** Why the last check failed; null: it went well, or there was none. */
  readonly error: string | null
}

/** Until checks say otherwise a target may be called: a gateway that starts serves at once. */
export function assumedHealth(now: number): Health {
  return { isHealthy: true, since: now, against: 0, error: null }
}

/** What a check that is over makes of it. `error` null: it went well. */
export function afterCheck(
  health: Health,
  error: string | null,
  rules: Pick<BundleHealthCheck, 'healthy' | 'unhealthy'>,
  now: number,
): Health {
  const { isHealthy, since } = health
  const isWell = error === null
  if (isWell === isHealthy) return { isHealthy, since, against: 0, error }
  const against = health.against + 1
  if (against < (isHealthy ? rules.unhealthy : rules.healthy)) return { isHealthy, since, against, error }
  return { isHealthy: isWell, since: now, against: 0, error }
}
