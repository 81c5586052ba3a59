import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import type { Position } from './positions.ts'

/** What a change may do to the records while it runs. */
export interface Transaction {
  /** Every record as it is now, changes of this transaction included. A copy: ask once, not in a loop of changes. */
  all(): Definition
  get(id: RecordId): ApiRecord | undefined
  put(record: ApiRecord): void
  remove(id: RecordId): void
}

/** A transaction that may also move nodes. */
export interface EditorTransaction extends Transaction {
  /** Where a person put a node; null: where the layout puts it. */
  position(id: RecordId): Position | null
  /** Puts a node somewhere; null gives it back to the layout. */
  place(id: RecordId, position: Position | null): void
}
