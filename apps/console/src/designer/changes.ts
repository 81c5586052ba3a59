import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import type { PlanView } from '@penstock/server'
import type { ChangeAction } from '@penstock/ui'
import { ownerOf } from './edits/references.ts'
import { groupOfTag, type Grouping, tagOf } from './tags.ts'

export type ChangeMap = ReadonlyMap<RecordId, ChangeAction>

/** How many changed records are opened and framed: more is not a picture of what changed. */
export const pictured = 60

/**
 * Record → what the plan does to it, those that a person edited first, in the order of the plan, which is worst first;
 * then those that changed because of another.
 */
export function changesOfPlan(plan: Pick<PlanView, 'changes'> | undefined): ChangeMap {
  const changes = new Map<RecordId, ChangeAction>()
  for (const change of plan?.changes ?? []) changes.set(change.record, change.action)
  const edited = new Set(changes.keys())
  for (const change of plan?.changes ?? [])
    for (const { record, action } of change.also) if (!edited.has(record)) changes.set(record, action)
  return changes
}

/**
 * Everything that holds something changed, so that a closed branch shows that there is something in it. `removed` are
 * records that only the stage has: what they stood in is still there.
 */
export function holdersOfChanges(
  definition: Definition,
  changes: ChangeMap,
  removed: readonly ApiRecord[] = [],
  grouping: Grouping = 'path',
): ReadonlySet<RecordId> {
  const ghosts = new Map(removed.map((record) => [record.id, record]))
  const holders = new Set<RecordId>()
  for (const id of changes.keys()) {
    let record = definition.get(id) ?? ghosts.get(id)
    if (grouping === 'tag' && record?.kind === 'method') holders.add(groupOfTag(tagOf(record)))
    for (let depth = 0; record && depth < 256; depth++) {
      const owner = ownerOf(record)
      if (owner === null) break
      holders.add(owner)
      record = definition.get(owner) ?? ghosts.get(owner)
    }
  }
  return holders
}
