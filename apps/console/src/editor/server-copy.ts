import { type ApiRecord, type Definition, type RecordId, sameRecord } from '@penstock/model'
import type { LoadedRecords, RemoteRecords, Revisioned, SaveAnswer, SaveRequest } from './transport.ts'

/** What the server is known to hold, record by record with its revision: the base that edits are compared with. */
export class ServerCopy {
  readonly #held: Map<RecordId, Revisioned>
  /** Of what was removed, at which version: what is told late must not bring it back. */
  readonly #removed = new Map<RecordId, number>()

  constructor(records: Iterable<Revisioned>) {
    this.#held = new Map()
    for (const entry of records) this.#held.set(entry.record.id, entry)
  }

  get(id: RecordId): Revisioned | undefined {
    return this.#held.get(id)
  }

  /** Whether a record at this revision is newer than what is known of it. */
  isNews(id: RecordId, revision: number): boolean {
    return revision > Math.max(this.#held.get(id)?.revision ?? 0, this.#removed.get(id) ?? 0)
  }

  /** Takes note that a version of the draft was without the record; answers whether what is held is older than that. */
  noteRemoved(id: RecordId, version: number): boolean {
    this.#removed.set(id, Math.max(version, this.#removed.get(id) ?? 0))
    const held = this.#held.get(id)
    return held !== undefined && held.revision <= version
  }

  set(id: RecordId, record: ApiRecord | null, revision: number | null): void {
    if (record === null) this.#held.delete(id)
    else this.#held.set(id, { record, revision: revision ?? 0 })
  }

  /** Whether the record differs from what the server holds. */
  isDirty(definition: Definition, id: RecordId): boolean {
    const held = this.#held.get(id)
    const mine = definition.get(id)
    if (!held || !mine) return Boolean(held) !== Boolean(mine)
    return !sameRecord(held.record, mine)
  }

  /** The save that makes the server hold these records as they are here. */
  request(changeId: string, definition: Definition, ids: Iterable<RecordId>): SaveRequest {
    const added: ApiRecord[] = []
    const updated: Revisioned[] = []
    const removed: { id: RecordId; revision: number }[] = []
    for (const id of ids) {
      const held = this.#held.get(id)
      const mine = definition.get(id)
      if (mine && held) updated.push({ record: mine, revision: held.revision })
      else if (mine) added.push(mine)
      else if (held) removed.push({ id, revision: held.revision })
    }
    return { changeId, added, updated, removed }
  }

  /** The save went through. */
  accept(request: SaveRequest, answer: SaveAnswer): void {
    for (const record of request.added) this.set(record.id, record, answer.revisions[record.id] ?? 1)
    for (const { record, revision } of request.updated)
      this.set(record.id, record, answer.revisions[record.id] ?? revision + 1)
    for (const { id } of request.removed) {
      this.#held.delete(id)
      this.noteRemoved(id, answer.version)
    }
  }

  /** What a loaded draft says that this copy does not know, in the form of a live event. */
  difference({ version, records }: LoadedRecords): RemoteRecords {
    const there = new Set(records.map(({ record }) => record.id))
    const news = records.filter(({ record, revision }) => this.isNews(record.id, revision))
    return {
      changeId: null,
      version,
      added: news.filter(({ record }) => !this.#held.has(record.id)),
      updated: news.filter(({ record }) => this.#held.has(record.id)),
      removed: [...this.#held.keys()].filter((id) => !there.has(id)),
    }
  }
}
