import {
  type ApiRecord,
  type Definition,
  emptyDiff,
  isEmptyDiff,
  type RecordId,
  type RecordsDiff,
  sameRecord,
} from '@penstock/model'
import { Emitter } from './emitter.ts'
import type { Transaction } from './transaction.ts'

/** Who made a change: a person here, undo or redo, or somebody else through the server. */
export type ChangeSource = 'user' | 'history' | 'remote'

export interface StoreEvent {
  readonly diff: RecordsDiff
  readonly source: ChangeSource
}

/**
 * The records being edited. `get` reads one; `definition` is an immutable copy of all, made when it is first asked for
 * after a change (one copy of ten thousand records is a millisecond, one per record read would be felt).
 */
export class RecordStore {
  readonly #records: Map<RecordId, ApiRecord>
  readonly #events = new Emitter<StoreEvent>()
  #snapshot: Definition | null = null

  constructor(records: Iterable<ApiRecord> = []) {
    this.#records = new Map()
    for (const record of records) this.#records.set(record.id, record)
  }

  get(id: RecordId): ApiRecord | undefined {
    return this.#records.get(id)
  }

  get definition(): Definition {
    this.#snapshot ??= new Map(this.#records)
    return this.#snapshot
  }

  listen(listener: (event: StoreEvent) => void): () => void {
    return this.#events.listen(listener)
  }

  /** Runs `change` and answers what it did. If it throws, nothing was done. Listeners hear of it once, at the end. */
  transact(source: ChangeSource, change: (transaction: Transaction) => void): RecordsDiff {
    const before = new Map<RecordId, ApiRecord | undefined>()
    const touch = (id: RecordId) => {
      this.#snapshot = null
      if (!before.has(id)) before.set(id, this.#records.get(id))
    }
    try {
      change({
        all: () => this.definition,
        get: (id) => this.#records.get(id),
        put: (record) => {
          touch(record.id)
          this.#records.set(record.id, record)
        },
        remove: (id) => {
          touch(id)
          this.#records.delete(id)
        },
      })
    } catch (error) {
      this.#snapshot = null
      for (const [id, record] of before) {
        if (record === undefined) this.#records.delete(id)
        else this.#records.set(id, record)
      }
      throw error
    }
    const diff = this.#diffSince(before)
    if (isEmptyDiff(diff)) return diff
    this.#events.emit({ diff, source })
    return diff
  }

  #diffSince(before: ReadonlyMap<RecordId, ApiRecord | undefined>): RecordsDiff {
    if (before.size === 0) return emptyDiff
    const added: Record<RecordId, ApiRecord> = {}
    const updated: Record<RecordId, readonly [ApiRecord, ApiRecord]> = {}
    const removed: Record<RecordId, ApiRecord> = {}
    for (const [id, from] of before) {
      const to = this.#records.get(id)
      if (from === undefined) {
        if (to !== undefined) added[id] = to
      } else if (to === undefined) removed[id] = from
      else if (sameRecord(from, to)) {
        this.#records.set(id, from)
        this.#snapshot = null
      } else updated[id] = [from, to]
    }
    return { added, updated, removed }
  }
}
