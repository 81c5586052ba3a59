import type { ApiRecord, RecordId } from '@penstock/model'

export interface VersionedRecord {
  readonly record: ApiRecord
  readonly revision: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** All of a draft: what the designer opens with. */
export interface DraftView {
  readonly api: { readonly slug: string; readonly name: string }
  readonly version: number
  readonly records: readonly VersionedRecord[]
  readonly layout: Readonly<Record<RecordId, Point>>
}

/** Answer to a save: the draft's new version and the revisions of what was added or updated. */
export interface SavedView {
  readonly version: number
  readonly revisions: Readonly<Record<RecordId, number>>
}
