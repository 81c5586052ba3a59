import type { ApiRecord, Definition, RecordId } from '@penstock/model'

/** What a record's place depends on beside the record. */
export interface Surroundings {
  readonly definition: Definition
  readonly isSwagger: boolean
  /** Where the live document says another record; undefined for one that it has no words for. */
  readonly placeOf: (id: RecordId) => string | undefined
}

/** Where a live document says the records of one kind. A new kind is one file in this folder and one line in `index.ts`. */
export interface KindPlace<R extends ApiRecord> {
  /** JSON pointer of what says a record; undefined for one that the document has no words for. */
  placeOf(record: R, surroundings: Surroundings): string | undefined
  /**
   * The record of this kind that stands at a pointer's tokens. Null: none is found by its place, because others hold it.
   * Absent: it is sought by its place.
   */
  readonly recordAt?: ((definition: Definition, tokens: readonly string[]) => RecordId | undefined) | null
}
