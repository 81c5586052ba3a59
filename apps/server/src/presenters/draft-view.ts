import type { ApiRecord, RecordId } from '@penstock/model'

export interface VersionedRecord {
  readonly record: ApiRecord
  readonly revision: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** What there is to say of a draft besides its records. */
export interface DraftHead {
  readonly api: { readonly slug: string; readonly name: string }
  readonly version: number
  readonly layout: Readonly<Record<RecordId, Point>>
}

/** All of a draft: what the designer opens with. */
export interface DraftView extends DraftHead {
  readonly records: readonly VersionedRecord[]
}

/** A draft in parts: its head with how many records there are, then some of them at a time. */
export type DraftPart = (DraftHead & { readonly size: number }) | readonly VersionedRecord[]

/** Answer to a save: the draft's new version and the revisions of what was added or updated. */
export interface SavedView {
  readonly version: number
  readonly revisions: Readonly<Record<RecordId, number>>
}
