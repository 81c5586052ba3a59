import { type ApiRecord, type RecordId, sameRecord } from '@penstock/model'
import type { Clock } from './clock.ts'
import {
  type DraftTransport,
  type LoadedRecords,
  type Revisioned,
  type SaveAnswer,
  SaveConflictError,
  type SaveRequest,
  type ServerConflict,
} from './transport.ts'

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now = 0
  #timers: { at: number; callback: () => void }[] = []

  now(): number {
    return this.#now
  }

  after(delayMs: number, callback: () => void): () => void {
    const timer = { at: this.#now + delayMs, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  /** Lets time pass, with everything that is due and the promises it starts. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.#timers = this.#timers.filter((timer) => timer !== due)
      this.#now = Math.max(this.#now, due.at)
      due.callback()
      await settle()
    }
    this.#now = until
    await settle()
  }
}

/** Waits until promise callbacks that are already due have run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** The server's side of `draft.save`: a record's revision is the version that changed it last; all or nothing. */
export class FakeDraftServer implements DraftTransport {
  readonly records = new Map<RecordId, Revisioned>()
  readonly requests: SaveRequest[] = []
  /** What the next saves do instead of working. */
  readonly failures: Error[] = []
  layout: Record<RecordId, unknown> = {}
  #version = 1
  #gate: Promise<void> | null = null

  constructor(records: Iterable<ApiRecord> = []) {
    for (const record of records) this.records.set(record.id, { record, revision: 1 })
  }

  get loaded(): Revisioned[] {
    return [...this.records.values()]
  }

  /** All of the draft, as it is read anew. */
  get draft(): LoadedRecords {
    return { version: this.#version, records: this.loaded }
  }

  /** Holds every save until the answer is called. */
  hold(): () => void {
    let release = () => {}
    this.#gate = new Promise((resolve) => {
      release = resolve
    })
    return () => {
      this.#gate = null
      release()
    }
  }

  async save(request: SaveRequest): Promise<SaveAnswer> {
    this.requests.push(request)
    if (this.#gate) await this.#gate
    const failure = this.failures.shift()
    if (failure) throw failure
    const conflicts: ServerConflict[] = []
    const expect = (id: RecordId, revision: number | undefined, mine?: ApiRecord) => {
      const held = this.records.get(id)
      if (held?.revision === revision || (held && mine && sameRecord(held.record, mine))) return
      conflicts.push({ id, theirs: held?.record ?? null, revision: held?.revision ?? null })
    }
    for (const record of request.added) expect(record.id, undefined, record)
    for (const { record, revision } of request.updated) expect(record.id, revision, record)
    for (const { id, revision } of request.removed) expect(id, revision)
    if (conflicts.length > 0) throw new SaveConflictError(conflicts)
    const revisions: Record<RecordId, number> = {}
    const version = ++this.#version
    for (const record of [...request.added, ...request.updated.map((entry) => entry.record)]) {
      this.records.set(record.id, { record, revision: version })
      revisions[record.id] = version
    }
    for (const { id } of request.removed) this.records.delete(id)
    return { version, revisions }
  }

  async saveLayout(positions: Readonly<Record<RecordId, unknown>>): Promise<void> {
    const failure = this.failures.shift()
    if (failure) throw failure
    this.layout = { ...this.layout, ...positions }
  }

  /** Somebody else writes a record. */
  change(record: ApiRecord): Revisioned {
    const entry = { record, revision: ++this.#version }
    this.records.set(record.id, entry)
    return entry
  }

  /** Somebody else removes a record; answers the version without it. */
  remove(id: RecordId): number {
    this.records.delete(id)
    return ++this.#version
  }

  holds(definition: ReadonlyMap<RecordId, ApiRecord>): boolean {
    if (definition.size !== this.records.size) return false
    return [...definition.values()].every((record) => {
      const held = this.records.get(record.id)
      return held !== undefined && sameRecord(held.record, record)
    })
  }
}
