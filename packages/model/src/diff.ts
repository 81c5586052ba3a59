import { sameRecord } from './canonical.ts'
import type { ApiRecord, Definition, RecordId } from './records.ts'

/**
 * A change of a definition, and the only currency in which changes are spoken: the editor's store, undo, autosave,
 * live updates, plans and the audit log (SPEC D1–D6).
 */
export interface RecordsDiff {
  readonly added: Readonly<Record<RecordId, ApiRecord>>
  readonly updated: Readonly<Record<RecordId, readonly [from: ApiRecord, to: ApiRecord]>>
  readonly removed: Readonly<Record<RecordId, ApiRecord>>
}

export const emptyDiff: RecordsDiff = { added: {}, updated: {}, removed: {} }

export function isEmptyDiff(diff: RecordsDiff): boolean {
  for (const _ in diff.added) return false
  for (const _ in diff.updated) return false
  for (const _ in diff.removed) return false
  return true
}

/** How many records a diff touches. */
export function diffSize(diff: RecordsDiff): number {
  return Object.keys(diff.added).length + Object.keys(diff.updated).length + Object.keys(diff.removed).length
}

/** SPEC D1: what leads from `from` to `to`. Records that mean the same are not in it. */
export function diffDefinitions(from: Definition, to: Definition): RecordsDiff {
  const added = new Map<RecordId, ApiRecord>()
  const updated = new Map<RecordId, readonly [ApiRecord, ApiRecord]>()
  const removed = new Map<RecordId, ApiRecord>()
  for (const [id, record] of to) {
    const before = from.get(id)
    if (before === undefined) added.set(id, record)
    else if (!sameRecord(before, record)) updated.set(id, [before, record])
  }
  for (const [id, record] of from) if (!to.has(id)) removed.set(id, record)
  return toDiff(added, updated, removed)
}

/** SPEC D2: the definition after the change. The input is not touched. */
export function applyDiff(definition: Definition, diff: RecordsDiff): Definition {
  const next = new Map(definition)
  for (const id in diff.removed) next.delete(id)
  for (const id in diff.added) next.set(id, diff.added[id]!)
  for (const id in diff.updated) next.set(id, diff.updated[id]![1])
  return next
}

/** SPEC D3: the change that undoes this one. */
export function reverseDiff(diff: RecordsDiff): RecordsDiff {
  const updated = Object.entries(diff.updated).map(([id, [from, to]]) => [id, [to, from]] as const)
  return { added: diff.removed, updated: Object.fromEntries(updated), removed: diff.added }
}

/** SPEC D4: one change that does what the given ones do in order. What cancels out is gone. */
export function squashDiffs(diffs: readonly RecordsDiff[]): RecordsDiff {
  const added = new Map<RecordId, ApiRecord>()
  const updated = new Map<RecordId, readonly [ApiRecord, ApiRecord]>()
  const removed = new Map<RecordId, ApiRecord>()
  const touch = (id: RecordId, from: ApiRecord | undefined, to: ApiRecord | undefined) => {
    const first = added.has(id) ? undefined : (updated.get(id)?.[0] ?? removed.get(id) ?? from)
    added.delete(id)
    updated.delete(id)
    removed.delete(id)
    if (first === undefined) {
      if (to !== undefined) added.set(id, to)
    } else if (to === undefined) removed.set(id, first)
    else if (!sameRecord(first, to)) updated.set(id, [first, to])
  }
  for (const diff of diffs) {
    for (const id in diff.removed) touch(id, diff.removed[id], undefined)
    for (const id in diff.added) touch(id, undefined, diff.added[id])
    for (const id in diff.updated) touch(id, diff.updated[id]![0], diff.updated[id]![1])
  }
  return toDiff(added, updated, removed)
}

/** Maps first, objects last: ids come from clients, and `__proto__` or `constructor` must be ids like any other. */
function toDiff(
  added: ReadonlyMap<RecordId, ApiRecord>,
  updated: ReadonlyMap<RecordId, readonly [ApiRecord, ApiRecord]>,
  removed: ReadonlyMap<RecordId, ApiRecord>,
): RecordsDiff {
  return {
    added: Object.fromEntries(added),
    updated: Object.fromEntries(updated),
    removed: Object.fromEntries(removed),
  }
}
