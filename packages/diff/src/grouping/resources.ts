import { chainOf } from '../operation/route-path.ts'
import type { Claims } from './claims.ts'

/** Empty paths that came or went together: the highest that went, the deepest that came, speaks for its chain. */
export function claimForResources(claims: Claims): void {
  const { diff, before, after } = claims
  for (const resource of claims.ordered('removed', 'resource')) {
    if (claims.isClaimed(resource.id)) continue
    const chain = [...chainOf(before, resource.id)].filter((above) => Object.hasOwn(diff.removed, above.id))
    const top = chain.at(-1)
    if (top && top.id !== resource.id) claims.claim('removed', resource.id, top.id)
  }
  const parents = new Set(claims.ordered('added', 'resource').map((resource) => resource.parent))
  for (const resource of claims.ordered('added', 'resource')) {
    if (claims.isClaimed(resource.id) || parents.has(resource.id)) continue
    for (const above of chainOf(after, resource.id)) claims.claim('added', above.id, resource.id)
  }
}
