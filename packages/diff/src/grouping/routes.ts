import type { Claims } from './claims.ts'
import { claimService } from './service.ts'

/** Routes of a WebSocket API take along what serves only them. */
export function claimForRoutes(claims: Claims): void {
  for (const side of ['added', 'removed'] as const)
    for (const route of claims.ordered(side, 'route')) claimService(claims, side, route.integration, route.id)
  for (const [from, to] of claims.orderedUpdates('route')) {
    if (from.integration !== to.integration) {
      claimService(claims, 'added', to.integration, to.id)
      claimService(claims, 'removed', from.integration, to.id)
    }
    if (from.authorizer === to.authorizer) continue
    claims.claim('added', to.authorizer, to.id)
    claims.claim('removed', from.authorizer, to.id)
  }
}
