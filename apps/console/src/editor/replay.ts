import { type ApiRecord, kindOf, type RecordId, sameRecord } from '@penstock/model'
import type { Change } from './change.ts'
import { mergeRecord } from './merge.ts'
import { type Position, samePosition } from './positions.ts'
import type { EditorTransaction } from './transaction.ts'

/**
 * Applies a step of the history to records that others may have changed since. Where nobody did, it is exact; where
 * somebody did, only the fields of the step are set, theirs stay, a record of theirs is never removed, and a node that
 * they moved stays where it is.
 */
export function replay(transaction: EditorTransaction, { records, positions }: Change): void {
  for (const [id, expected] of Object.entries(records.removed)) {
    const current = transaction.get(id)
    if (current && sameRecord(current, expected)) transaction.remove(id)
  }
  for (const [id, record] of Object.entries(records.added)) if (!transaction.get(id)) transaction.put(record)
  for (const [id, [from, to]] of Object.entries(records.updated)) {
    const current = transaction.get(id)
    if (!current) continue
    transaction.put(current === from ? to : mergeRecord(from, to, current).record)
  }
  for (const [id, [from, to]] of Object.entries(positions))
    if (samePosition(transaction.position(id), from)) transaction.place(id, to)
}

/** Whether replaying a change would alter anything: what others made of its records since may leave nothing of it. */
export function wouldAlter(
  store: { get(id: RecordId): ApiRecord | undefined },
  placed: ReadonlyMap<RecordId, Position>,
  { records, positions }: Change,
): boolean {
  for (const [id, expected] of Object.entries(records.removed)) {
    const current = store.get(id)
    if (current && sameRecord(current, expected)) return true
  }
  for (const id of Object.keys(records.added)) if (!store.get(id)) return true
  for (const [id, [from, to]] of Object.entries(records.updated)) {
    const current = store.get(id)
    if (!current) continue
    if (!sameRecord(current, current === from ? to : mergeRecord(from, to, current).record)) return true
  }
  return Object.entries(positions).some(
    ([id, [from, to]]) => !samePosition(from, to) && samePosition(placed.get(id) ?? null, from),
  )
}

/** Whether a change would do all that it says to these records, and point at nothing that is gone. */
export function appliesCleanly(
  records: { get(id: RecordId): ApiRecord | undefined },
  { records: { added, updated, removed } }: Change,
): boolean {
  const isThere = (id: RecordId) => id in added || records.get(id) !== undefined
  for (const [id, expected] of Object.entries(removed)) {
    const current = records.get(id)
    if (!current || !sameRecord(current, expected)) return false
  }
  for (const [id, record] of Object.entries(added)) {
    if (records.get(id)) return false
    if (
      !kindOf(record.kind)
        .references(record)
        .every((reference) => isThere(reference.id))
    )
      return false
  }
  return Object.entries(updated).every(([id, [from, to]]) => {
    const current = records.get(id)
    return current !== undefined && mergeRecord(from, to, current).overlapping.length === 0
  })
}
