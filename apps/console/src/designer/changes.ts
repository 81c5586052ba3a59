import { verdicts } from '@penstock/diff/words'
import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import type { ChangeView, PlanView } from '@penstock/server'
import type { ChangeAction } from '@penstock/ui'
import { ownerOf } from './edits/references.ts'
import { groupOfTag, type Grouping, tagOf } from './tags.ts'

/** What becomes of a record, and the worst that is said of a change that it is part of. */
export interface RecordChange {
  readonly action: ChangeAction
  readonly verdict: ChangeView['verdict']
}

export type ChangeMap = ReadonlyMap<RecordId, RecordChange>

/** How many changed records are opened and framed: more is not a picture of what changed. */
export const pictured = 60

function worse(a: ChangeView['verdict'], b: ChangeView['verdict']): ChangeView['verdict'] {
  return verdicts.indexOf(a) <= verdicts.indexOf(b) ? a : b
}

/**
 * Record → what the plan does to it, those that a person edited first, in the order of the plan, which is worst first;
 * then those that changed because of another.
 */
export function changesOfPlan(plan: Pick<PlanView, 'changes'> | undefined): ChangeMap {
  const changes = new Map<RecordId, RecordChange>()
  for (const { record, action, verdict } of plan?.changes ?? []) changes.set(record, { action, verdict })
  const edited = new Set(changes.keys())
  for (const change of plan?.changes ?? [])
    for (const { record, action } of change.also) {
      const before = changes.get(record)
      const verdict = before ? worse(before.verdict, change.verdict) : change.verdict
      changes.set(record, { action: before && edited.has(record) ? before.action : action, verdict })
    }
  return changes
}

/** What is marked on a closed node: what becomes of it, with the worst of what is said of it and of what it holds. */
export function withHeld(own: RecordChange | undefined, held: RecordChange | undefined): RecordChange | null {
  if (!own || !held) return own ?? held ?? null
  const verdict = worse(own.verdict, held.verdict)
  return verdict === own.verdict ? own : { action: own.action, verdict }
}

/**
 * Everything that holds something changed, with the worst verdict of that, so that a closed branch shows what is in it.
 * `removed` are records that only the stage has: what they stood in is still there.
 */
export function holdersOfChanges(
  definition: Definition,
  changes: ChangeMap,
  removed: readonly ApiRecord[] = [],
  grouping: Grouping = 'path',
): ChangeMap {
  const ghosts = new Map(removed.map((record) => [record.id, record]))
  const holders = new Map<RecordId, RecordChange>()
  for (const [id, { verdict }] of changes) {
    const changed = definition.get(id) ?? ghosts.get(id)
    for (const holder of holdersOf(
      changed,
      grouping,
      (owner) => definition.get(owner) ?? ghosts.get(owner),
    )) {
      const before = holders.get(holder)
      if (before && worse(before.verdict, verdict) === before.verdict) continue
      holders.set(holder, { action: 'changed', verdict })
    }
  }
  return holders
}

/** How many operations each holder has that are only drawn as what they were: its counts are of what is there. */
export function goneInHolders(
  definition: Definition,
  changes: ChangeMap,
  grouping: Grouping = 'path',
): ReadonlyMap<string, number> {
  const gone = new Map<string, number>()
  for (const [id, { action }] of changes) {
    const record = definition.get(id)
    if (action !== 'removed' || (record?.kind !== 'method' && record?.kind !== 'route')) continue
    for (const holder of holdersOf(record, grouping, (owner) => definition.get(owner)))
      gone.set(holder, (gone.get(holder) ?? 0) + 1)
  }
  return gone
}

/** Everything above a record: what it hangs on, and the group of its tag where operations are grouped by those. */
export function* holdersOf(
  record: ApiRecord | undefined,
  grouping: Grouping,
  get: (id: RecordId) => ApiRecord | undefined,
): Generator<RecordId> {
  if (grouping === 'tag' && record?.kind === 'method') yield groupOfTag(tagOf(record))
  for (let depth = 0; record && depth < 256; depth++) {
    const owner = ownerOf(record)
    if (owner === null) break
    yield owner
    record = get(owner)
  }
}
