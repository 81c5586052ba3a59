import type { ApiRecord, RecordId } from '@penstock/model'
import {
  LiveDocument,
  placeOf,
  pointerAt,
  rangeAt,
  recordAt,
  type Syntax,
  type TextEdit,
  type Typed,
} from '@penstock/openapi/live'

/** What may be asked of the document of one API; one question after the other. */
export function createLiveApi() {
  const loaded = new Map<RecordId, ApiRecord>()
  let live: LiveDocument | null = null
  /** What the document becomes when the text on the screen has taken its edits. */
  let proposed: LiveDocument | null = null

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
    /** Writes the text of what was loaded, or of what the document says by now. */
    write(syntax: Syntax): string {
      live = new LiveDocument(live?.definition ?? new Map(loaded), syntax)
      loaded.clear()
      return live.text
    },
    text(): string {
      return open().text
    },
    typed(edit: TextEdit): Typed {
      proposed = null
      return open().typed([edit])
    },
    /** The edits for these records. They count once `accept` says that the text has taken them. */
    drawn(put: readonly ApiRecord[], remove: readonly RecordId[]): readonly TextEdit[] {
      proposed = open().fork()
      return proposed.drawn(definitionAfter(put, remove))
    },
    /** Whether this edit of the text leads to just these records; to be accepted like `drawn`. */
    restored(put: readonly ApiRecord[], remove: readonly RecordId[], edit: TextEdit): boolean {
      proposed = open().fork()
      return proposed.restored(definitionAfter(put, remove), [edit])
    },
    accept(): void {
      live = proposed ?? live
      proposed = null
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

export type LiveApi = ReturnType<typeof createLiveApi>
