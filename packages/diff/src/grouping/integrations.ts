import type { Integration } from '@penstock/model'
import { type Claims, orderedUpdates } from './claims.ts'
import { claimBackends } from './service.ts'

/** Pointing an integration elsewhere takes along the upstream or function that came or went with it. */
export function claimForIntegrations(claims: Claims): void {
  for (const [from, to] of orderedUpdates<Integration>(claims.diff, 'integration')) {
    claimBackends(claims, 'added', to, to.id)
    claimBackends(claims, 'removed', from, to.id)
  }
}
