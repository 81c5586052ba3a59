import type { RecordId } from '@penstock/model'
import { type Change, isNoChange, noChange, squashChanges } from './change.ts'

/** One step that a person can take back, with the words of the menu ("Undo delete method"). */
export interface HistoryEntry {
  readonly name: string
  readonly change: Change
}

/** Older steps than these can't be taken back: each holds what it changed, as it was before and after. */
export const mostSteps = 300

interface OpenEntry extends HistoryEntry {
  readonly mark: number
  /** Steps with the same key and no other between them are one: typing in one field. */
  readonly mergeKey: string | undefined
  /** Nothing joins it any more: somebody else changed what it holds, and that must not become part of it. */
  readonly isClosed?: true
}

/**
 * Undo by marks over diffs. A mark opens an entry, what is recorded until the next mark is squashed into it, so a drag
 * of a hundred moves is one step. Knows nothing of the store: it hands diffs out and is handed diffs.
 */
export class History {
  #undo: OpenEntry[] = []
  #redo: HistoryEntry[] = []
  #marks = 0
  #gesture: number | null = null

  /** Opens a gesture: everything recorded until `end` (or `takeSince`) is one step. */
  begin(name: string): number {
    const mark = ++this.#marks
    this.#undo.push({ name, change: noChange, mark, mergeKey: undefined })
    this.#gesture = mark
    return mark
  }

  /** Closes the gesture; an empty one leaves no step behind. */
  end(mark: number): void {
    if (this.#gesture === mark) this.#gesture = null
    this.#undo = this.#undo.filter((entry) => entry.mark !== mark || !isNoChange(entry.change))
  }

  /** Takes note of a change that was just made. */
  record(name: string, change: Change, mergeKey?: string): void {
    if (isNoChange(change)) return
    this.#redo = []
    const top = this.#undo.at(-1)
    const joins =
      top &&
      !top.isClosed &&
      (this.#gesture !== null || (mergeKey !== undefined && top.mergeKey === mergeKey))
    if (!joins) {
      this.#undo.push({ name, change, mark: ++this.#marks, mergeKey })
      if (this.#undo.length > mostSteps) this.#undo.shift()
      return
    }
    const squashed = squashChanges(top.change, change)
    this.#undo.pop()
    // A field typed back to what it was leaves no step; a gesture keeps its mark until it ends.
    if (!isNoChange(squashed) || this.#gesture !== null) this.#undo.push({ ...top, change: squashed })
  }

  /** The next recorded change starts a step of its own, also when it would merge. */
  separate(): void {
    const top = this.#undo.at(-1)
    if (top) this.#undo[this.#undo.length - 1] = { ...top, mergeKey: undefined }
  }

  /**
   * Somebody else changed these: what is done to them from now on joins no step that holds them. Any may be the last again
   * once those after it were taken back.
   */
  closeOver(ids: readonly RecordId[]): void {
    if (ids.length === 0) return
    this.#undo = this.#undo.map((entry) =>
      !entry.isClosed && ids.some((id) => holds(entry.change, id)) ? { ...entry, isClosed: true } : entry,
    )
  }

  /** Names the last step, to find it again when others have come after it; null if there is none. */
  get mark(): number | null {
    return this.#undo.at(-1)?.mark ?? null
  }

  /** The step of a mark, as long as it has not been taken back. */
  find(mark: number): HistoryEntry | undefined {
    return this.#undo.find((entry) => entry.mark === mark)
  }

  /** The gesture that is open; null if there is none. */
  get gesture(): number | null {
    return this.#gesture
  }

  /**
   * The step to take back, removed from the stack with those above it of which nothing is left. The caller reverses it and says
   * with `undone` what that did.
   */
  popUndo(isStillThere: (entry: HistoryEntry) => boolean): HistoryEntry | undefined {
    this.#gesture = null
    let entry = this.#undo.pop()
    while (entry && !isStillThere(entry)) entry = this.#undo.pop()
    return entry
  }

  undone(entry: HistoryEntry): void {
    this.#redo.push(entry)
  }

  popRedo(): HistoryEntry | undefined {
    return this.#redo.pop()
  }

  redone(entry: HistoryEntry): void {
    this.#undo.push({ ...entry, mark: ++this.#marks, mergeKey: undefined })
  }

  /** Everything since the mark, the last first, forgotten here: the caller reverses it (a cancelled drag). */
  takeSince(mark: number): Change[] {
    const at = this.#undo.findIndex((entry) => entry.mark === mark)
    if (at < 0) return []
    if (this.#gesture === mark) this.#gesture = null
    return this.#undo
      .splice(at)
      .reverse()
      .map((entry) => entry.change)
  }

  /** The step that `popUndo` would answer. */
  lastWhich(isStillThere: (entry: HistoryEntry) => boolean): HistoryEntry | undefined {
    return this.#undo.findLast(isStillThere)
  }

  get redoName(): string | null {
    return this.#redo.at(-1)?.name ?? null
  }
}

function holds({ records: { added, updated, removed }, positions }: Change, id: RecordId): boolean {
  return id in updated || id in positions || id in added || id in removed
}
