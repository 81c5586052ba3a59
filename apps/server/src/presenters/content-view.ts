import type { ApiRecord, RecordId } from '@penstock/model'

/** All records of what was or is to be deployed. Secrets are sealed. */
export interface ContentView {
  readonly records: readonly ApiRecord[]
}

/** What a plan leads to, in parts: first how many records there are, with those that it takes away as they were; then some of them at a time. */
export type PlanContentPart =
  | { readonly size: number; readonly removed: readonly ApiRecord[] }
  | readonly ApiRecord[]

/** What leads from one content to another: as little as it is, however large the two are. */
export interface DifferenceView {
  /** Records that are added or changed, as they are after. */
  readonly put: readonly ApiRecord[]
  /** Records that are gone, as they were before: what a picture draws as ghosts. */
  readonly removed: readonly ApiRecord[]
}

/** What makes a draft what a deployment was: one change of the draft, to be saved like any other. */
export interface RestoreView {
  /** Nothing of the draft that is newer than this was looked at. */
  readonly version: number
  readonly added: readonly ApiRecord[]
  /** With the revision that the draft has of each. */
  readonly updated: readonly { readonly record: ApiRecord; readonly revision: number }[]
  readonly removed: readonly { readonly id: RecordId; readonly revision: number }[]
  /** What the draft has of those that are updated or removed: takes it back. */
  readonly before: readonly ApiRecord[]
}
