import { type ApiRecord, type Definition, emptyDiff, type RecordId, type RecordsDiff } from '@penstock/model'
import { type Change, isNoChange, reverseChange } from './change.ts'
import { Emitter } from './emitter.ts'
import { History, type HistoryEntry } from './history.ts'
import { recordOfPart } from './part-id.ts'
import { type Position, type PositionsDiff, samePosition } from './positions.ts'
import { appliesCleanly, replay, wouldAlter } from './replay.ts'
import { Selection } from './selection.ts'
import { RecordStore, type StoreEvent } from './store.ts'
import type { EditorTransaction, Transaction } from './transaction.ts'

export interface RunOptions {
  /** Runs with the same key that follow each other are one undo step. */
  readonly mergeKey?: string
}

/** Nodes that moved, and who moved them. */
export interface PositionsEvent {
  readonly diff: PositionsDiff
  readonly source: 'user' | 'history' | 'remote'
}

/** An API being edited: records, positions, selection, undo. Knows nothing of React, of the canvas or of the server. */
export class Editor {
  readonly selection = new Selection()
  readonly #store: RecordStore
  readonly #history = new History()
  readonly #positions: Map<RecordId, Position>
  readonly #moved = new Emitter<PositionsEvent>()
  readonly #changed = new Emitter<void>()
  #version = 0

  constructor(records: Iterable<ApiRecord> = [], positions: Readonly<Record<RecordId, Position>> = {}) {
    this.#store = new RecordStore(records)
    this.#positions = new Map(Object.entries(positions))
  }

  get(id: RecordId): ApiRecord | undefined {
    return this.#store.get(id)
  }

  get definition(): Definition {
    return this.#store.definition
  }

  get positions(): ReadonlyMap<RecordId, Position> {
    return this.#positions
  }

  /** Grows with every change of records, positions or history: what a view compares to know whether to look again. */
  get version(): number {
    return this.#version
  }

  get undoName(): string | null {
    return this.#history.lastWhich(this.#isStillThere)?.name ?? null
  }

  get redoName(): string | null {
    return this.#history.redoName
  }

  /** Hears of every change of records, from whomever. */
  onRecords(listener: (event: StoreEvent) => void): () => void {
    return this.#store.listen(listener)
  }

  onPositions(listener: (event: PositionsEvent) => void): () => void {
    return this.#moved.listen(listener)
  }

  /** Hears that anything changed, after it did. */
  onChange(listener: () => void): () => void {
    return this.#changed.listen(listener)
  }

  /** The only way in which a person changes the API. One call is one undo step, unless a gesture is open. */
  run(name: string, change: (transaction: EditorTransaction) => void, options: RunOptions = {}): RecordsDiff {
    const done = this.#apply('user', change)
    this.#history.record(name, done, options.mergeKey)
    if (!isNoChange(done)) this.#announce()
    return done.records
  }

  /** Opens a gesture (a drag): what is run until `endGesture` is one step. */
  beginGesture(name: string): number {
    return this.#history.begin(name)
  }

  /** Whether what is run goes into this gesture: it was begun last, and neither ended nor taken back. */
  hasGesture(mark: number): boolean {
    return this.#history.gesture === mark
  }

  endGesture(mark: number): void {
    this.#history.end(mark)
    this.#announce()
  }

  /** Takes back everything since the gesture began, as if it had not been (Escape while dragging). */
  bailToMark(mark: number): void {
    const changes = this.#history.takeSince(mark)
    this.#apply('history', (transaction) => {
      for (const change of changes) replay(transaction, reverseChange(change))
    })
    this.#announce()
  }

  /** Makes the next typed character a step of its own: focus left the field. */
  separate(): void {
    this.#history.separate()
  }

  /**
   * Takes the last step back and answers its name; what others changed meanwhile stays. A gesture that is under way is the
   * last step: it is over with that, and what is left of it must not be run.
   */
  undo(): string | null {
    const entry = this.#history.popUndo(this.#isStillThere)
    if (!entry) return null
    const done = this.#apply('history', (transaction) => replay(transaction, reverseChange(entry.change)))
    if (!isNoChange(done)) this.#history.undone({ name: entry.name, change: reverseChange(done) })
    this.#announce()
    return entry.name
  }

  /** Names the last step, for `takeBack`. */
  get mark(): number | null {
    return this.#history.mark
  }

  /** Whether that step can still be taken back by itself: it was not undone, and nothing made later stands in its way. */
  canTakeBack(mark: number): boolean {
    const entry = this.#history.find(mark)
    if (!entry) return false
    return mark === this.mark || appliesCleanly(this.#store, reverseChange(entry.change))
  }

  /**
   * Takes one step back and leaves what came after it; says whether that could be done. The last step is undone, an
   * earlier one is reversed by a step of its own.
   */
  takeBack(mark: number): boolean {
    const entry = this.#history.find(mark)
    if (!entry || !this.canTakeBack(mark)) return false
    if (mark === this.mark) this.undo()
    else
      this.run(`Take back ${entry.name.toLowerCase()}`, (transaction) =>
        replay(transaction, reverseChange(entry.change)),
      )
    return true
  }

  redo(): string | null {
    const entry = this.#history.popRedo()
    if (!entry) return null
    // Nothing was run in it yet, or there were nothing to do again.
    if (this.#history.gesture !== null) this.#history.end(this.#history.gesture)
    const done = this.#apply('history', (transaction) => replay(transaction, entry.change))
    if (!isNoChange(done)) this.#history.redone({ name: entry.name, change: done })
    this.#announce()
    return entry.name
  }

  /** Somebody else's change: applied, never undoable here. */
  applyRemote(change: (transaction: Transaction) => void): RecordsDiff {
    const diff = this.#store.transact('remote', change)
    for (const changed of [diff.added, diff.updated, diff.removed])
      this.#history.closeOver(Object.keys(changed))
    this.selection.set(this.selection.ids.filter((id) => this.get(recordOfPart(id))))
    this.#announce()
    return diff
  }

  /** Nodes that somebody else moved: placed, never undoable and not saved from here. */
  placeRemote(to: Readonly<Record<RecordId, Position | null>>): void {
    const moves = Object.entries(to).map(([id, position]) => {
      return [id, [this.#positions.get(id) ?? null, position]] as const
    })
    const moved = this.#move(Object.fromEntries(moves), 'remote')
    this.#history.closeOver(Object.keys(moved))
    if (Object.keys(moved).length > 0) this.#announce()
  }

  /** Whether taking a step back would do anything: others may have written over all of it. */
  readonly #isStillThere = ({ change }: HistoryEntry): boolean =>
    wouldAlter(this.#store, this.#positions, reverseChange(change))

  #apply(source: 'user' | 'history', change: (transaction: EditorTransaction) => void): Change {
    const moves: Record<RecordId, readonly [Position | null, Position | null]> = {}
    const records = this.#store.transact(source, (transaction) =>
      change({
        ...transaction,
        position: (id) => (id in moves ? moves[id]![1] : (this.#positions.get(id) ?? null)),
        place: (id, to) => {
          const from = id in moves ? moves[id]![0] : (this.#positions.get(id) ?? null)
          moves[id] = [from, to]
        },
      }),
    )
    const positions = this.#move(moves, source)
    if (records !== emptyDiff && Object.keys(records.removed).length > 0)
      this.selection.set(this.selection.ids.filter((id) => this.get(recordOfPart(id))))
    return { records, positions }
  }

  #move(moves: PositionsDiff, source: PositionsEvent['source']): PositionsDiff {
    const positions = Object.fromEntries(
      Object.entries(moves).filter(([, [from, to]]) => !samePosition(from, to)),
    )
    for (const [id, [, to]] of Object.entries(positions)) {
      if (to === null) this.#positions.delete(id)
      else this.#positions.set(id, to)
    }
    if (Object.keys(positions).length > 0) this.#moved.emit({ diff: positions, source })
    return positions
  }

  #announce(): void {
    this.#version++
    this.#changed.emit()
  }
}
