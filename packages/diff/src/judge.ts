import {
  type ApiRecord,
  type Definition,
  find,
  type Integration,
  kindOf,
  type RecordId,
  type RecordsDiff,
} from '@penstock/model'
import { classify } from './classify.ts'
import { compareRecords } from './compare.ts'
import type { Delta } from './delta.ts'
import { deltasOf } from './deltas-of.ts'
import { Claims } from './grouping/claims.ts'
import { claimForIntegrations } from './grouping/integrations.ts'
import { claimForMethods } from './grouping/methods.ts'
import { claimForRenamedPaths } from './grouping/renamed-path-parameters.ts'
import { claimForMovedMethods } from './grouping/moved-methods.ts'
import { claimForResources } from './grouping/resources.ts'
import { claimForRetakenNames } from './grouping/retaken-names.ts'
import { claimForRoutes } from './grouping/routes.ts'
import { claimForSwitches, type Switch } from './grouping/switched-methods.ts'
import { nameMethods } from './kinds/comparison.ts'
import { comparisonOf } from './kinds/index.ts'
import { targetOf } from './kinds/integration.ts'
import { inReadingOrder } from './reading-order.ts'
import type { AlsoChanged, Change } from './types.ts'

/**
 * What a diff means: changes as a person made them, each judged against the declared contract of `before`, in the order
 * in which people read them. Costs about the size of the diff; what it needs to know of the whole
 * definitions is looked up once, and kept with them.
 */
export function judge(before: Definition, after: Definition, diff: RecordsDiff): Change[] {
  const claims = new Claims(before, after, diff)
  const earlier = new Map<RecordId, ApiRecord>([
    ...claimForMovedMethods(claims),
    ...claimForRetakenNames(claims),
  ])
  claimForRenamedPaths(claims)
  const switches = claimForSwitches(claims)
  claimForMethods(claims)
  claimForRoutes(claims)
  claimForIntegrations(claims)
  claimForResources(claims)
  const also = claims.byOwner()
  const ids = new Set([
    ...Object.keys(diff.added),
    ...Object.keys(diff.updated),
    ...Object.keys(diff.removed),
    ...switches.keys(),
  ])
  const changes: Change[] = []
  const affectedBy = affectedIn(claims)
  for (const id of ids) {
    if (claims.isClaimed(id)) continue
    const [from, to] = diff.updated[id] ?? [earlier.get(id) ?? diff.removed[id], diff.added[id]]
    changes.push(changeOf(claims, affectedBy, id, from, to, also.get(id) ?? [], switches.get(id)))
  }
  return inReadingOrder(changes, claims)
}

function changeOf(
  claims: Claims,
  affectedBy: AffectedBy,
  id: RecordId,
  from: ApiRecord | undefined,
  to: ApiRecord | undefined,
  also: readonly RecordId[],
  switched: Switch | undefined,
): Change {
  const { before, after } = claims
  const deltas = switched
    ? [...deltasOfTarget(claims, from, to), switchDelta(claims, switched)]
    : deltasOf(claims, from, to)
  const { verdict, findings, title } = classify(deltas)
  const record = to ?? from ?? after.get(id)!
  const subject = comparisonOf(record).subject(after.has(id) ? after : before, record)
  const touches = verdict !== 'documentation' || record.kind === 'method'
  return {
    id,
    record: id,
    kind: record.kind,
    action: switched || (from && to) ? 'changed' : to ? 'added' : 'removed',
    title: title ?? `Change ${subject}`,
    verdict,
    findings,
    fields: compareRecords(from, to),
    also: [...also].sort().map((other) => alsoChanged(claims, other)),
    affects: touches ? affectedBy(from, to, switched) : [],
  }
}

function alsoChanged({ before, after, diff }: Claims, id: RecordId): AlsoChanged {
  const action = Object.hasOwn(diff.added, id)
    ? 'added'
    : Object.hasOwn(diff.removed, id)
      ? 'removed'
      : 'changed'
  const definition = action === 'removed' ? before : after
  const record = definition.get(id)!
  return { record: id, kind: record.kind, action, name: comparisonOf(record).subject(definition, record) }
}

/** Of the integration that methods were pointed at, only an edit says something beside that. */
function deltasOfTarget(claims: Claims, from: ApiRecord | undefined, to: ApiRecord | undefined): Delta[] {
  return from && to ? deltasOf(claims, from, to) : []
}

function switchDelta({ before, after }: Claims, { from, to, methods }: Switch): Delta {
  const label = (integration: Integration) => kindOf('integration').label(integration)
  const [old, target] = [find(before, 'integration', from), find(after, 'integration', to)]
  return {
    type: 'integration-switched',
    subject: nameMethods(after, methods),
    location: { record: to },
    ...(from !== undefined && { before: { record: from } }),
    after: { record: to },
    from: old && label(old),
    to: target && (targetOf(after, target) ?? label(target)),
    count: methods.length,
  }
}

type Users = Iterable<RecordId>
type AffectedBy = (
  from: ApiRecord | undefined,
  to: ApiRecord | undefined,
  switched?: Switch,
) => readonly RecordId[]

const nobody: Users = []

/** Whom each change of one judgement affects. Shared records that the same methods use get the same list, made once. */
function affectedIn({ before, after }: Claims): AffectedBy {
  const known = new WeakMap<Users, WeakMap<Users, readonly RecordId[]>>()
  const usersOf = (definition: Definition, record: ApiRecord, isAlone: boolean): Users => {
    const comparison = comparisonOf(record)
    return comparison.actsAlone || !isAlone ? comparison.affects(definition, record) : nobody
  }
  const list = (old: Users, now: Users) => {
    // What is gone is told by its own change.
    const methods = new Set(now)
    for (const method of old) if (after.has(method)) methods.add(method)
    return [...methods].sort()
  }
  const listOnce = (old: Users, now: Users) => {
    const lists = known.get(old) ?? new WeakMap<Users, readonly RecordId[]>()
    const methods = lists.get(now) ?? list(old, now)
    known.set(old, lists.set(now, methods))
    return methods
  }
  const affectedBy: AffectedBy = (from, to) => {
    if (!to) return from ? [...new Set(usersOf(before, from, true))].sort() : []
    // An operation that came back under another id is one route, not two.
    const old = from?.id === to.id ? usersOf(before, from, false) : nobody
    return listOnce(old, usersOf(after, to, !from))
  }
  return (from, to, switched) => {
    const methods = affectedBy(from, to)
    return switched ? [...new Set([...methods, ...switched.methods])].sort() : methods
  }
}
