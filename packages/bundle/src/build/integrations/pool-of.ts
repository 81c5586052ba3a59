import type { Upstream } from '@penstock/model'
import type { BundleHealthCheck, BundlePool } from '../../schema.ts'
import { defined } from '../defined.ts'

/** Where the connections of an upstream go that runs in several places; undefined: to its URL. */
export function poolOf(upstream: Upstream): BundlePool | undefined {
  const { name, targets, balancing, retries, ejection, slowStartMs } = upstream
  if (targets === undefined || targets.length === 0) return undefined
  return defined({
    name,
    targets: targets.map(({ address, weight = 1, backup }) =>
      defined({
        origin: address.trim().replace(/\/+$/, ''),
        weight,
        backup: backup ? (true as const) : undefined,
      }),
    ),
    balancing: balancing ?? { policy: 'round_robin' as const },
    retries: retries?.count ?? 1,
    tryTimeoutMs: retries?.tryTimeoutMs,
    retryStatuses: retries?.statuses,
    ejection,
    slowStartMs,
    healthCheck: healthCheckOf(upstream),
  })
}

function healthCheckOf({ healthCheck, url, tls }: Upstream): BundleHealthCheck | undefined {
  if (healthCheck === undefined) return undefined
  const { path, method = 'GET', intervalMs = 10_000, timeoutMs = 2_000, statuses } = healthCheck
  const { healthy = 2, unhealthy = 3 } = healthCheck
  return defined({ path, method, url, intervalMs, timeoutMs, healthy, unhealthy, statuses, tls })
}
