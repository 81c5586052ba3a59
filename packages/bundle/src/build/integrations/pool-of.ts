import type { Upstream } from '@penstock/model'
import type { BundlePool } from '../../schema.ts'
import { defined } from '../defined.ts'

/** Where the connections of an upstream go that runs in several places; undefined: to its URL. */
export function poolOf({ name, targets, balancing, retries, ejection }: Upstream): BundlePool | undefined {
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
  })
}
