import type { Definition, Diagnostic, JsonObject, RecordsDiff } from '@penstock/model'
import { sameJson } from '../json.ts'
import { bringKept } from './bring-kept.ts'
import { composeText, placeParts } from './compose-text.ts'
import { type GoneNames, withGone } from './gone-names.ts'
import { keepChanges, type KeptChange } from './keep-changes.ts'
import { type Kept, type KeptPart, noneKept } from './kept-part.ts'
import { lineEdits } from './line-edits.ts'
import { bringTo, lineAndColumn, type LiveText, readText, typeInto } from './live-text.ts'
import { mergeJson } from './merge-json.ts'
import { mergeKept } from './merge-kept.ts'
import { offsetAt } from './text-places.ts'
import { readChange } from './read-change.ts'
import type { Syntax } from './read-node.ts'
import { applyEdits, joinEdits, type TextEdit } from './text-tree.ts'
import { writeLive } from './write-live.ts'

/** What became of an edit of the text. */
export type Typed = (
  | { readonly diff: RecordsDiff; readonly errors?: undefined }
  | { readonly errors: readonly Diagnostic[]; readonly diff?: undefined }
) & {
  /** Puts the text back as it was. */
  readonly inverse: TextEdit
}

/**
 * A definition and its text, kept in step. An edit of either is the smallest edit of the other: the rest of the text,
 * comments included, and what the text has no words for, stay as they are. A text that can't be read leaves the
 * definition as it was.
 */
export class LiveDocument {
  #definition: Definition
  /** The last text that could be read; what it says is the definition. */
  #good: LiveText
  /** The text as it is, if it can't be read: where and how it differs from the good one. */
  #broken: TextEdit | null = null
  #written: JsonObject | null = null
  /** What is kept of the text beyond what it says. */
  #kept: Kept
  /** The text as it was when it was last looked at for what is to be kept. */
  #looked: LiveText
  #hasTyped = false
  #gone: GoneNames = new Map()

  constructor(definition: Definition, syntax: Syntax = 'yaml', kept: Kept = noneKept) {
    this.#definition = definition
    this.#written = writeLive(definition)
    this.#kept = kept
    this.#good = composeText(this.#written, this.#placed(kept, this.#written), syntax)
    this.#looked = this.#good
  }

  /** A text that somebody wrote, in step with a definition that may have changed since. Null if it can't be read. */
  static from(text: string, definition: Definition): LiveDocument | null {
    const read = readText(text)
    if (!('text' in read)) return null
    const live = new LiveDocument(new Map())
    live.#definition = definition
    live.#written = writeLive(definition)
    live.#good = bringTo(read, live.#written).after
    live.#looked = live.#good
    return live
  }

  get text(): string {
    return this.#broken ? applyEdits(this.#good.text, [this.#broken]) : this.#good.text
  }

  get syntax(): Syntax {
    return this.#good.syntax
  }

  /** What the last good text says. */
  get definition(): Definition {
    return this.#definition
  }

  get isBroken(): boolean {
    return this.#broken !== null
  }

  /** The last text that could be read, with its places. */
  get good(): LiveText {
    return this.#good
  }

  /** The definition was edited elsewhere: the edits that the text needs. None while the text can't be read. */
  drawn(next: Definition): readonly TextEdit[] {
    if (this.#broken) return []
    const before = (this.#written ??= writeLive(this.#definition))
    const after = writeLive(next)
    const target = mergeJson(before, after, this.#good.value) as JsonObject
    const good = this.#good
    const [isTyped, definition] = [this.#hasTyped, this.#definition]
    const kept =
      isTyped || this.#kept.size > 0
        ? bringKept(good, target, () => ({
            kept: placeParts(this.#kept, after, next).kept,
            isTyped,
            before: definition,
            after: next,
          }))
        : null
    const { edits, after: text } = kept
      ? { edits: lineEdits(good.text, kept.text), after: kept }
      : bringTo(good, target)
    this.#take(text)
    this.#definition = next
    this.#written = after
    return edits
  }

  /** What is kept of the text, as it was saved. */
  get kept(): Kept {
    return this.#kept
  }

  /** Whether something was typed, or merged, of which some may be to be kept. */
  get mayHaveToKeep(): boolean {
    return this.#hasTyped
  }

  /** What was typed that is to be kept beside the records, and is not yet. */
  toKeep(): KeptChange {
    if (!this.#hasTyped) return { put: [], remove: [], left: [] }
    const written = (this.#written ??= writeLive(this.#definition))
    const [before, now, definition] = [this.#looked, this.#good, this.#definition]
    return keepChanges({ before, now, kept: this.#kept, written, definition })
  }

  /** This is kept now. `isAll`: it is all that was to be kept. */
  keep({ put, remove }: Pick<KeptChange, 'put' | 'remove'>, isAll = true): void {
    const kept = new Map(this.#kept)
    for (const place of remove) kept.delete(place)
    for (const part of put) kept.set(part.place, part)
    this.#kept = kept
    if (!isAll) return
    this.#looked = this.#good
    this.#hasTyped = false
  }

  /**
   * Somebody else wrote these parts; the text of one is null where nothing of it is kept any more. The edits that the text needs:
   * what both wrote in one member is there in the end. None while the text can't be read.
   */
  annotated(
    parts: readonly (Omit<KeptPart, 'text'> & { readonly text: string | null })[],
  ): readonly TextEdit[] {
    if (this.#broken) return []
    const written = (this.#written ??= writeLive(this.#definition))
    const kept = new Map(this.#kept)
    for (const { place, text, record } of parts) {
      if (text === null) kept.delete(place)
      else kept.set(place, { place, text, record })
    }
    const [was, now] = [this.#kept, this.#good]
    this.#kept = kept
    if (now.syntax === 'json') return []
    const [before, after] = [this.#placed(was, written), this.#placed(kept, written)]
    const { text, edits, isToKeep } = mergeKept({ now, before, after, written })
    if (isToKeep) this.#hasTyped = true
    this.#take(text)
    return edits
  }

  /**
   * The definition was edited elsewhere, to what the text would say after these edits: an undo of what was typed. Does
   * nothing, and says so, where the text would say something else.
   */
  restored(next: Definition, edits: readonly TextEdit[]): boolean {
    if (this.#broken) return false
    const before = (this.#written ??= writeLive(this.#definition))
    const after = writeLive(next)
    const read = typeInto(this.#good, edits)
    if (!('text' in read) || !sameJson(read.value, mergeJson(before, after, this.#good.value))) return false
    this.#good = read
    this.#hasTyped = true
    this.#definition = next
    this.#written = after
    return true
  }

  /** Another one that goes on from here by itself. */
  fork(): LiveDocument {
    const fork = new LiveDocument(new Map())
    fork.#definition = this.#definition
    fork.#good = this.#good
    fork.#broken = this.#broken
    fork.#written = this.#written
    fork.#kept = this.#kept
    fork.#looked = this.#looked
    fork.#hasTyped = this.#hasTyped
    fork.#gone = this.#gone
    return fork
  }

  /** The text was edited: what that means for the definition, or where it can't be read. */
  typed(edits: readonly TextEdit[]): Typed {
    const typed = hullOf(this.text, edits)
    const inverse = {
      start: typed.start,
      end: typed.start + typed.text.length,
      text: this.text.slice(typed.start, typed.end),
    }
    const region = this.#broken ? joined(this.#good.text, this.#broken, typed) : typed
    const read = typeInto(this.#good, [region])
    if (!('text' in read)) {
      this.#broken = region
      return { errors: [read], inverse }
    }
    const change = readChange(this.#definition, this.#good.value, read.value, this.#gone)
    if (change && 'errors' in change) {
      this.#broken = region
      return { errors: change.errors.map((error) => located(error, read)), inverse }
    }
    this.#broken = null
    this.#good = read
    this.#hasTyped = true
    if (!change) return { diff: none, inverse }
    this.#definition = change.definition
    this.#gone = withGone(this.#gone, change.diff)
    this.#written = null
    return { diff: change.diff, inverse }
  }

  #placed(kept: Kept, written: JsonObject): Kept {
    return placeParts(kept, written, this.#definition).kept
  }

  /** A text that nobody typed: it is not looked at for what is to be kept, unless something else is. */
  #take(text: LiveText): void {
    if (!this.#hasTyped) this.#looked = text
    this.#good = text
  }
}

/** Edits as one of the stretch that they are in. */
function hullOf(text: string, edits: readonly TextEdit[]): TextEdit {
  const sorted = joinEdits(edits)
  const start = sorted[0]?.start ?? 0
  const end = sorted.at(-1)?.end ?? start
  const inside = sorted.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  return { start, end, text: applyEdits(text.slice(start, end), inside) }
}

/** Two edits of a text, the second of what the first made of it, as one. */
function joined(text: string, first: TextEdit, second: TextEdit): TextEdit {
  const between = applyEdits(text, [first])
  const after = applyEdits(between, [second])
  const start = Math.min(first.start, second.start)
  const kept = Math.min(text.length - first.end, between.length - second.end)
  return { start, end: text.length - kept, text: after.slice(start, after.length - kept) }
}

const none: RecordsDiff = { added: {}, updated: {}, removed: {} }

function located(diagnostic: Diagnostic, text: LiveText): Diagnostic {
  const { pointer } = diagnostic.location
  if (pointer === undefined) return diagnostic
  return {
    ...diagnostic,
    location: { ...diagnostic.location, ...lineAndColumn(text.text, offsetAt(text, pointer)) },
  }
}
