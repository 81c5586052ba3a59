import type { ApiRecord, RecordId } from '@penstock/model'
import type { Position } from './positions.ts'

export interface Revisioned {
  readonly record: ApiRecord
  readonly revision: number
}

export interface SaveRequest {
  /** Names this save, so that its echo in the live events is known as our own. */
  readonly changeId: string
  readonly added: readonly ApiRecord[]
  readonly updated: readonly Revisioned[]
  readonly removed: readonly { readonly id: RecordId; readonly revision: number }[]
}

export interface SaveAnswer {
  readonly version: number
  readonly revisions: Readonly<Record<RecordId, number>>
}

/** What the server holds where somebody else was first; `theirs: null` means they removed it. */
export interface ServerConflict {
  readonly id: RecordId
  readonly theirs: ApiRecord | null
  readonly revision: number | null
  /** Who was first, where that is told. */
  readonly by?: string
  readonly isOwn?: boolean
}

/** Somebody else changed a record that this save touches: nothing of it was saved. */
export class SaveConflictError extends Error {
  readonly conflicts: readonly ServerConflict[]

  constructor(conflicts: readonly ServerConflict[]) {
    super('Somebody else changed these records first.')
    this.name = 'SaveConflictError'
    this.conflicts = conflicts
  }
}

/** The server will never take this save as it is (invalid, forbidden): trying again is no use. */
export class SaveRefusedError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SaveRefusedError'
  }
}

/** Where drafts are kept. Anything thrown but the two errors above counts as "not reached, try again". */
export interface DraftTransport {
  save(request: SaveRequest): Promise<SaveAnswer>
  saveLayout(positions: Readonly<Record<RecordId, Position | null>>): Promise<void>
}

/** What somebody else made of a record that is here, once it is taken in. */
export interface TheirChange {
  readonly from: ApiRecord
  readonly to: ApiRecord
  /** Who they are, where that is told. */
  readonly by?: string
}

/** A draft as the server had it at a version: the revision of a record is the version that changed it last. */
export interface LoadedRecords {
  readonly version: number
  readonly records: readonly Revisioned[]
}

/** A change by somebody else (or the echo of our own), as the live stream tells it. */
export interface RemoteRecords {
  readonly changeId: string | null
  /** Of the draft, with this change. */
  readonly version: number
  /** Whose change it is, where that is told. */
  readonly by?: string
  /** Whether who made it is who edits here, in another tab or by another client. */
  readonly isOwn?: boolean
  readonly added: readonly Revisioned[]
  readonly updated: readonly Revisioned[]
  readonly removed: readonly RecordId[]
}
