import { find, type Integration, type RecordId } from '@penstock/model'
import { calls } from '../kinds/function.ts'
import type { Claims } from './claims.ts'

/** A change takes along the integration that came or went with it, and what that integration pointed at. */
export function claimService(
  claims: Claims,
  side: 'added' | 'removed',
  id: RecordId | undefined,
  owner: RecordId,
): void {
  const definition = side === 'added' ? claims.after : claims.before
  const integration = find(definition, 'integration', id)
  if (integration && claims.claim(side, integration.id, owner))
    claimBackends(claims, side, integration, owner)
}

export function claimBackends(
  claims: Claims,
  side: 'added' | 'removed',
  integration: Integration,
  owner: RecordId,
): void {
  claims.claim(side, integration.upstream, owner)
  for (const fn of claims.ordered(side, 'function'))
    if (calls(integration, fn)) claims.claim(side, fn.id, owner)
}
