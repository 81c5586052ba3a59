import { chainOf } from '../operation/route-path.ts'
import type { Claims } from './claims.ts'
import { claimService } from './service.ts'

/** Adding or deleting a method adds or deletes the paths that lead only to it, and what serves only it. */
export function claimForMethods(claims: Claims): void {
  for (const side of ['added', 'removed'] as const) {
    const definition = side === 'added' ? claims.after : claims.before
    for (const method of claims.ordered(side, 'method')) {
      for (const resource of chainOf(definition, method.resource)) {
        if (!Object.hasOwn(claims.diff[side], resource.id)) break
        claims.claim(side, resource.id, method.id)
      }
      claimService(claims, side, method.integration, method.id)
    }
  }
  for (const [from, to] of claims.orderedUpdates('method')) {
    if (claims.isClaimed(to.id)) continue
    for (const resource of chainOf(claims.after, to.resource)) claims.claim('added', resource.id, to.id)
    for (const resource of chainOf(claims.before, from.resource)) claims.claim('removed', resource.id, to.id)
    if (from.integration !== to.integration) {
      claimService(claims, 'added', to.integration, to.id)
      claimService(claims, 'removed', from.integration, to.id)
    }
    for (const field of ['authorizer', 'validator'] as const) {
      if (from[field] === to[field]) continue
      claims.claim('added', to[field], to.id)
      claims.claim('removed', from[field], to.id)
    }
  }
}
