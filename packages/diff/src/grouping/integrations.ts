import type { Claims } from './claims.ts'
import { claimBackends } from './service.ts'

/** Pointing an integration elsewhere takes along the upstream or function that came or went with it. */
export function claimForIntegrations(claims: Claims): void {
  for (const [from, to] of claims.orderedUpdates('integration')) {
    claimBackends(claims, 'added', to, to.id)
    claimBackends(claims, 'removed', from, to.id)
  }
}
