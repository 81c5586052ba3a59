import type { ApiRecord, RecordId } from '@penstock/model'
import { type Clock, systemClock } from './clock.ts'
import type { Editor } from './editor.ts'
import { Emitter } from './emitter.ts'
import { mergeRecord } from './merge.ts'
import { ServerCopy } from './server-copy.ts'
import {
  type DraftTransport,
  type LoadedRecords,
  type RemoteRecords,
  type Revisioned,
  SaveConflictError,
  SaveRefusedError,
  type SaveRequest,
  type ServerConflict,
  type TheirChange,
} from './transport.ts'
import { Unanswered } from './unanswered.ts'

/** Somebody else and I changed the same record. Mine stays in the editor and unsaved until a person decides. */
export interface Conflict {
  readonly id: RecordId
  /** What both started from; null if it was not there. */
  readonly base: ApiRecord | null
  readonly theirs: ApiRecord | null
  readonly revision: number | null
  /** Who the other is; the live connection tells, else it is found out. */
  readonly by?: string
  /** When they saved theirs (ms); found out. */
  readonly at?: number
  /** The fields that both changed, each to something else; empty where one removed the record or both added it. */
  readonly clashing: readonly string[]
}

export type Side = 'mine' | 'theirs'

/**
 * Whose version of the clashing fields stays: of all, or field by field, where theirs stands that is not named. What does
 * not clash is kept of both.
 */
export type Resolution = Side | Readonly<Record<string, Side>>

export type SaveState =
  | { readonly status: 'saved'; readonly at: number | null }
  | { readonly status: 'saving' }
  | { readonly status: 'retrying'; readonly reason: string; readonly retryAt: number }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'conflict'; readonly conflicts: readonly Conflict[] }

export interface AutosaveOptions {
  readonly editor: Editor
  readonly transport: DraftTransport
  /** What the server holds at the start, with revisions. */
  readonly loaded: readonly Revisioned[]
  readonly clock?: Clock
  readonly createChangeId?: () => string
  readonly debounceMs?: number
}

const retryDelaysMs = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * Keeps the draft on the server equal to the editor.
 *
 *   edit ──debounce──► saving ──ok──► saved
 *                        │ not reached ──► retrying ──delay──► saving
 *                        │ refused ──► failed ──next edit or retry()──► saving
 *                        └ somebody was first ──► conflict (that record only; the others go on being saved)
 *
 * Two who changed different fields of a record are merged. A save never touches the undo history, and nothing is overwritten
 * on either side without a person's decision.
 */
export class Autosave {
  readonly #editor: Editor
  readonly #transport: DraftTransport
  readonly #clock: Clock
  readonly #createChangeId: () => string
  readonly #debounceMs: number
  readonly #server: ServerCopy
  readonly #dirty = new Set<RecordId>()
  readonly #conflicts = new Map<RecordId, Conflict>()
  readonly #unanswered = new Unanswered()
  readonly #waiting: RemoteRecords[] = []
  readonly #changed = new Emitter<void>()
  readonly #theirs = new Emitter<TheirChange>()
  readonly #stop: () => void
  #inFlight: Promise<void> | null = null
  #cancelTimer: (() => void) | null = null
  #failures = 0
  #problem: { reason: string; retryAt: number | null } | null = null
  #savedAt: number | null = null

  constructor(options: AutosaveOptions) {
    this.#editor = options.editor
    this.#transport = options.transport
    this.#clock = options.clock ?? systemClock
    this.#createChangeId = options.createChangeId ?? (() => crypto.randomUUID())
    this.#debounceMs = options.debounceMs ?? 400
    this.#server = new ServerCopy(options.loaded)
    this.#stop = this.#editor.onRecords(({ diff, source }) => {
      if (source === 'remote') return
      for (const id of [
        ...Object.keys(diff.added),
        ...Object.keys(diff.updated),
        ...Object.keys(diff.removed),
      ])
        this.#track(id)
      if (this.#problem?.retryAt === null) this.#problem = null
      this.#schedule()
      this.#changed.emit()
    })
  }

  get state(): SaveState {
    if (this.#conflicts.size > 0) return { status: 'conflict', conflicts: [...this.#conflicts.values()] }
    if (this.#problem?.retryAt === null) return { status: 'failed', reason: this.#problem.reason }
    if (this.#problem)
      return { status: 'retrying', reason: this.#problem.reason, retryAt: this.#problem.retryAt! }
    if (this.#inFlight || this.#dirty.size > 0) return { status: 'saving' }
    return { status: 'saved', at: this.#savedAt }
  }

  /** Whether closing the page now would lose something. */
  get hasUnsaved(): boolean {
    return this.#dirty.size > 0 || this.#inFlight !== null || this.#conflicts.size > 0
  }

  onChange(listener: () => void): () => void {
    return this.#changed.listen(listener)
  }

  /** Hears what others made of the records that are here, but not what a person decided in a conflict. */
  onTheirs(listener: (change: TheirChange) => void): () => void {
    return this.#theirs.listen(listener)
  }

  /** Saves what is unsaved now, and answers when that is done or has failed. */
  async flush(): Promise<void> {
    // Whoever waited for the same save may have begun the next.
    while (this.#inFlight) await this.#inFlight
    if (this.#ready().length > 0) await this.#save()
  }

  /** Tries again at once what was refused or not reached. */
  async retry(): Promise<void> {
    this.#problem = null
    await this.flush()
  }

  /** A person decided a conflict. What stays of mine is saved over theirs, knowingly. */
  resolve(id: RecordId, resolution: Resolution): void {
    const conflict = this.#conflicts.get(id)
    if (!conflict) return
    this.#conflicts.delete(id)
    this.#server.set(id, conflict.theirs, conflict.revision)
    const { base, theirs } = conflict
    const mine = this.#editor.get(id)
    if (base && theirs && mine) {
      const sideOf = (field: string) => (typeof resolution === 'string' ? resolution : resolution[field])
      this.#put(id, mergeRecord(base, mine, theirs, (field) => sideOf(field) === 'mine').record)
    } else if (resolution === 'theirs') this.#put(id, theirs)
    this.#track(id)
    this.#schedule()
    this.#changed.emit()
  }

  /** Who made theirs of a conflict at this revision, and when, once that was found out. */
  told(id: RecordId, revision: number | null, who: Required<Pick<Conflict, 'by' | 'at'>>): void {
    const conflict = this.#conflicts.get(id)
    if (!conflict || conflict.revision !== revision) return
    this.#conflicts.set(id, { ...conflict, ...who })
    this.#changed.emit()
  }

  /**
   * Takes in what others did. Fields with unsaved edits here are not touched: where others changed the same it is a conflict.
   * What is told of an own save is known by its revisions, unless its answer was lost: then this is it.
   */
  receive(remote: RemoteRecords): void {
    // Whether it came before or after the save under way is known only when that has been answered.
    if (this.#inFlight) {
      this.#waiting.push(remote)
      return
    }
    const by = whoOf(remote)
    const own = this.#unanswered.take(remote.changeId)
    const apply: ServerConflict[] = []
    for (const { record, revision } of [...remote.added, ...remote.updated]) {
      const mine = own?.get(record.id)
      if (!this.#isNews(record.id, revision)) continue
      if (mine) this.#answered(record.id, mine, revision)
      else apply.push({ id: record.id, theirs: record, revision, ...by })
    }
    for (const id of remote.removed) {
      if (!this.#server.noteRemoved(id, remote.version)) continue
      if (own?.has(id)) this.#answered(id, null, null)
      else apply.push({ id, theirs: null, revision: null, ...by })
    }
    this.#takeTheirs(apply)
    if (own) this.#schedule()
    this.#changed.emit()
  }

  /**
   * After a break in the live stream: brings in what was missed. `load` reads the draft anew, null where it is what was read
   * last. What is heard or saved while it reads is newer, and told apart by versions.
   */
  async catchUp(load: () => Promise<LoadedRecords | null>): Promise<void> {
    await this.flush()
    const loaded = await load()
    if (loaded) this.receive(this.#server.difference(loaded))
  }

  [Symbol.dispose](): void {
    this.#cancelTimer?.()
    this.#stop()
  }

  /** Whether a record at this revision is newer than what is known of it; of a conflict, who it is with may be news. */
  #isNews(id: RecordId, revision: number): boolean {
    const conflict = this.#conflicts.get(id)
    return this.#server.isNews(id, revision) && revision >= (conflict?.revision ?? 0)
  }

  /** An own save came through after all: what is edited since, and what others made of it, has it for its base. */
  #answered(id: RecordId, mine: ApiRecord | null, revision: number | null): void {
    const conflict = this.#conflicts.get(id)
    this.#conflicts.delete(id)
    this.#server.set(id, mine, revision)
    this.#track(id)
    if (conflict) this.#takeTheirs([conflict])
  }

  #takeTheirs(entries: readonly ServerConflict[]): void {
    const clean = entries.flatMap((entry) => {
      const { id, theirs, revision } = entry
      if (this.#dirty.has(id) && this.#unanswered.has(id, theirs)) {
        this.#answered(id, theirs, revision)
        return []
      }
      const isTouched = this.#dirty.has(id) || this.#conflicts.has(id)
      const merged = isTouched ? this.#merge(entry) : theirs
      if (merged === undefined) return []
      this.#server.set(id, theirs, revision)
      return [{ id, merged, entry }]
    })
    if (clean.length === 0) return
    const { updated } = this.#editor.applyRemote((transaction) => {
      for (const { id, merged } of clean) {
        if (merged) transaction.put(merged)
        else transaction.remove(id)
      }
    })
    // Of what was merged, mine is still to be saved.
    for (const { id } of clean) this.#track(id)
    this.#schedule()
    for (const { id, entry } of clean) {
      const change = updated[id]
      if (!change || entry.isOwn) continue
      const [from, to] = change
      this.#theirs.emit({ from, to, ...(entry.by === undefined ? {} : { by: entry.by }) })
    }
  }

  /** A refused save does not tell who was first; the event of it may be waiting already. */
  #whoWasFirst({ id, revision }: ServerConflict): Pick<ServerConflict, 'by' | 'isOwn'> {
    const told = this.#waiting.find(({ added, updated }) =>
      [...added, ...updated].some((entry) => entry.record.id === id && entry.revision === revision),
    )
    return told ? whoOf(told) : {}
  }

  #put(id: RecordId, record: ApiRecord | null): void {
    this.#editor.applyRemote((transaction) => (record ? transaction.put(record) : transaction.remove(id)))
  }

  /** What both sides come to together; undefined where they clash, which is a conflict from then on. */
  #merge({ id, theirs, revision, by }: ServerConflict): ApiRecord | null | undefined {
    const held = this.#conflicts.get(id)
    const base = held ? held.base : (this.#server.get(id)?.record ?? null)
    const mine = this.#editor.get(id) ?? null
    this.#dirty.delete(id)
    const probe = new ServerCopy(theirs ? [{ record: theirs, revision: revision ?? 0 }] : [])
    if (!probe.isDirty(this.#editor.definition, id)) {
      this.#conflicts.delete(id)
      return theirs
    }
    const merged = base && mine && theirs ? mergeRecord(base, mine, theirs) : null
    if (merged?.overlapping.length === 0) {
      this.#conflicts.delete(id)
      return merged.record
    }
    // A refused save does not tell who was first; the event that came before it did.
    const same = held?.revision === revision ? held : undefined
    const who = by ?? same?.by
    this.#conflicts.set(id, {
      id,
      base,
      theirs,
      revision,
      clashing: merged?.overlapping ?? [],
      ...(who === undefined ? {} : { by: who }),
      ...(same?.at === undefined ? {} : { at: same.at }),
    })
    return undefined
  }

  #track(id: RecordId): void {
    if (this.#server.isDirty(this.#editor.definition, id)) this.#dirty.add(id)
    else this.#dirty.delete(id)
  }

  #ready(): RecordId[] {
    return [...this.#dirty].filter((id) => !this.#conflicts.has(id))
  }

  #schedule(delayMs = this.#debounceMs): void {
    if (this.#inFlight || this.#problem?.retryAt === null) return
    if (this.#problem && this.#cancelTimer) return
    this.#cancelTimer?.()
    this.#cancelTimer = null
    if (this.#ready().length === 0) return
    this.#cancelTimer = this.#clock.after(delayMs, () => {
      this.#cancelTimer = null
      void this.#save()
    })
  }

  /** One save at a time: two would send the same record on the same revision, and the second be refused for the first. */
  #save(): Promise<void> {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    if (this.#inFlight) return this.#inFlight
    const request = this.#server.request(this.#createChangeId(), this.#editor.definition, this.#ready())
    for (const id of idsOf(request)) this.#dirty.delete(id)
    this.#inFlight = this.#send(request).finally(() => {
      this.#inFlight = null
      for (const remote of this.#waiting.splice(0)) this.receive(remote)
      this.#schedule(this.#problem?.retryAt ? this.#problem.retryAt - this.#clock.now() : this.#debounceMs)
      this.#changed.emit()
    })
    this.#changed.emit()
    return this.#inFlight
  }

  async #send(request: SaveRequest): Promise<void> {
    try {
      const answer = await this.#transport.save(request)
      this.#server.accept(request, answer)
      this.#unanswered.settle(idsOf(request))
      this.#failures = 0
      this.#problem = null
      this.#savedAt = this.#clock.now()
      // What was edited while the save was under way is dirty against the new base, or not at all any more.
      for (const id of idsOf(request)) this.#track(id)
    } catch (error) {
      for (const id of idsOf(request)) this.#track(id)
      if (error instanceof SaveConflictError) {
        this.#failures = 0
        this.#problem = null
        this.#takeTheirs(error.conflicts.map((entry) => ({ ...entry, ...this.#whoWasFirst(entry) })))
      } else this.#fail(error, request)
    }
  }

  #fail(error: unknown, request: SaveRequest): void {
    const reason = error instanceof Error ? error.message : String(error)
    if (error instanceof SaveRefusedError) {
      this.#problem = { reason, retryAt: null }
      return
    }
    this.#unanswered.add(request)
    const delayMs = retryDelaysMs[Math.min(this.#failures++, retryDelaysMs.length - 1)]!
    this.#problem = { reason, retryAt: this.#clock.now() + delayMs }
  }
}

function whoOf({ by, isOwn }: RemoteRecords): Pick<ServerConflict, 'by' | 'isOwn'> {
  return { ...(by === undefined ? {} : { by }), ...(isOwn ? { isOwn } : {}) }
}

function idsOf(request: SaveRequest): RecordId[] {
  return [
    ...request.added.map((record) => record.id),
    ...request.updated.map(({ record }) => record.id),
    ...request.removed.map(({ id }) => id),
  ]
}
