import { sameRecord } from '@penstock/model'
import type { Change } from './change.ts'
import { mergeRecord } from './merge.ts'
import type { EditorTransaction } from './transaction.ts'

/**
 * Applies a step of the history to records that others may have changed since. Where nobody did, it is exact; where
 * somebody did, only the fields of the step are set, theirs stay, and a record of theirs is never removed.
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
  for (const [id, [, to]] of Object.entries(positions)) transaction.place(id, to)
}
