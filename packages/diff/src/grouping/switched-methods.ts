import type { RecordId } from '@penstock/model'
import { changedFields } from '../kinds/comparison.ts'
import type { Claims } from './claims.ts'
import { claimService } from './service.ts'

/** Methods that all went from one integration to another, and did nothing else. */
export interface Switch {
  readonly from: RecordId | undefined
  readonly to: RecordId
  readonly methods: readonly RecordId[]
}

/** Pointing many methods at one integration is one thing to do; the integration speaks for it. */
export function claimForSwitches(claims: Claims): Map<RecordId, Switch> {
  const groups = new Map<string, { from: RecordId | undefined; to: RecordId; methods: RecordId[] }>()
  for (const [from, to] of claims.orderedUpdates('method')) {
    if (to.integration === undefined || claims.isClaimed(to.id)) continue
    if (changedFields(from, to).some((field) => field !== 'integration')) continue
    const key = `${from.integration ?? ''}\n${to.integration}`
    const group = groups.get(key)
    if (group) group.methods.push(to.id)
    else groups.set(key, { from: from.integration, to: to.integration, methods: [to.id] })
  }
  const switches = new Map<RecordId, Switch>()
  for (const group of groups.values()) {
    if (group.methods.length < 2 || switches.has(group.to)) continue
    switches.set(group.to, group)
    claims.speaksForItself(group.to)
    for (const id of group.methods) claims.take(id, group.to)
    claimService(claims, 'removed', group.from, group.to)
    const target = claims.diff.added[group.to]
    if (target?.kind === 'integration') claims.claim('added', target.upstream, group.to)
  }
  return switches
}
