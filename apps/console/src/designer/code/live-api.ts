import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import {
  type Kept,
  type KeptChange,
  keptOf,
  type KeptPart,
  LiveDocument,
  placeOf,
  pointerAt,
  rangeAt,
  recordAt,
  type Syntax,
  takeBack,
  type TextEdit,
  type Typed,
} from '@penstock/openapi/live'

/** A part as somebody else wrote it; its text is null where they removed it. */
export type TheirPart = Omit<KeptPart, 'text'> & { readonly text: string | null }

/** What may be asked of the document of one API; one question after the other. */
export function createLiveApi() {
  const loaded = new Map<RecordId, ApiRecord>()
  let live: LiveDocument | null = null
  /** What the document becomes when the text on the screen has taken its edits. */
  let proposed: LiveDocument | null = null
  /**
   * The text as it was before it was shown in JSON, which has no comments: as long as some of them are still to be kept. Others'
   * are merged into it, and it is what is shown when YAML is asked for again.
   */
  let aside: LiveDocument | null = null
  let proposedAside: LiveDocument | null = null
  let known: Kept = keptOf([])
  /** The text that is being handed over. */
  let shown = ''

  function open(): LiveDocument {
    if (!live) throw new Error('The document is not open.')
    return live
  }

  function definitionAfter(put: readonly ApiRecord[], remove: readonly RecordId[]) {
    const next = new Map(open().definition)
    for (const id of remove) next.delete(id)
    for (const record of put) next.set(record.id, record)
    return next
  }

  return {
    /** Some of the records; all of them at once would stop the screen. */
    load(records: readonly ApiRecord[]): void {
      for (const record of records) loaded.set(record.id, record)
    },
    /** How the text is written, beyond what the records say: before it is written. */
    know(parts: readonly KeptPart[]): void {
      known = keptOf(parts)
    },
    /** Writes the text of what was loaded, or of what the document says by now. */
    write(syntax: Syntax): void {
      const before = live
      const waiting = aside && inStep(aside, open().definition)
      aside = null
      proposed = null
      proposedAside = null
      if (waiting && syntax === waiting.syntax) live = waiting
      else {
        aside = waiting ?? (before && hasToKeep(before) ? readable(before) : null)
        const kept = aside ? keptWith(aside) : (before?.kept ?? known)
        live = new LiveDocument(before?.definition ?? new Map(loaded), syntax, kept)
      }
      loaded.clear()
    },
    /** How long the text is that `slice` answers from; a text of megabytes at once would stop the screen. */
    length(): number {
      shown = open().text
      return shown.length
    },
    slice(start: number, end: number): string {
      return shown.slice(start, end)
    },
    typed(edit: TextEdit): Typed {
      proposed = null
      proposedAside = null
      return open().typed([edit])
    },
    /** The edits for these records. They count once `accept` says that the text has taken them. */
    drawn(put: readonly ApiRecord[], remove: readonly RecordId[]): readonly TextEdit[] {
      proposed = open().fork()
      proposedAside = null
      return proposed.drawn(definitionAfter(put, remove))
    },
    /** What a stretch of the text is without an edit of it, where others may have written in it since. */
    takeBack(before: string, typed: string, now: string): string {
      return takeBack(before, typed, now)
    },
    /** Whether this edit of the text leads to just these records; to be accepted like `drawn`. */
    restored(put: readonly ApiRecord[], remove: readonly RecordId[], edit: TextEdit): boolean {
      proposed = open().fork()
      proposedAside = null
      return proposed.restored(definitionAfter(put, remove), [edit])
    },
    /** What was typed that is to be kept beside the records. */
    toKeep(): KeptChange {
      aside = aside && inStep(aside, open().definition)
      return (aside ?? open()).toKeep()
    },
    /** This is kept now; `isAll`: it is all that was to be. */
    keep(change: Pick<KeptChange, 'put' | 'remove'>, isAll: boolean): void {
      open().keep(change, isAll)
      aside?.keep(change, isAll)
      if (aside && !hasToKeep(aside)) aside = null
    },
    /** The edits for what others wrote; to be accepted like `drawn`. */
    annotated(parts: readonly TheirPart[]): readonly TextEdit[] {
      proposed = open().fork()
      proposedAside = aside && inStep(aside.fork(), open().definition)
      proposedAside?.annotated(parts)
      return proposed.annotated(parts)
    },
    /** Whether some of the text may be to be kept by now. */
    accept(): boolean {
      live = proposed ?? live
      aside = proposedAside ?? aside
      proposed = null
      proposedAside = null
      return (aside ?? open()).mayHaveToKeep
    },
    /** Where the text says a record. */
    rangeOf(id: RecordId): { start: number; end: number } | undefined {
      const document = open()
      const place = document.isBroken ? undefined : placeOf(document.definition, id)
      return place === undefined ? undefined : rangeAt(document.good, place)
    },
    /** The record that the text says at an offset. */
    recordAt(offset: number): RecordId | undefined {
      const document = open()
      return document.isBroken ? undefined : recordAt(document.definition, pointerAt(document.good, offset))
    },
  }
}

function hasToKeep(document: LiveDocument): boolean {
  const { put, remove, left } = document.toKeep()
  return put.length + remove.length + left.length > 0
}

/** What is kept, with what is still to be. */
function keptWith(document: LiveDocument): Kept {
  const { put, remove } = document.toKeep()
  const kept = new Map(document.kept)
  for (const place of remove) kept.delete(place)
  for (const part of put) kept.set(part.place, part)
  return kept
}

/** The document with this definition. */
function inStep(document: LiveDocument, definition: Definition): LiveDocument {
  if (document.definition !== definition) document.drawn(definition)
  return document
}

/** The document without what can't be read at the end of it. */
function readable(document: LiveDocument): LiveDocument {
  if (!document.isBroken) return document
  const { length } = document.text
  document.typed([{ start: 0, end: length, text: document.good.text }])
  return document
}

export type LiveApi = ReturnType<typeof createLiveApi>
