import type { RecordId } from '@penstock/model'
import type { VersionedRecord } from './draft-view.ts'

/** What an open browser hears of. Everything but `records` only says what to fetch again. */
export type LiveEvent =
  | {
      readonly type: 'records'
      readonly slug: string
      readonly version: number
      /** The id that the saving browser chose: it knows its own change by it. */
      readonly changeId: string
      readonly by: string
      readonly diff: {
        readonly added: readonly VersionedRecord[]
        readonly updated: readonly VersionedRecord[]
        readonly removed: readonly RecordId[]
      }
    }
  | { readonly type: 'stages'; readonly slug: string }
  | {
      readonly type: 'deployment'
      readonly slug: string
      readonly stage: string
      readonly deployment: string
    }
  | { readonly type: 'nodes' }
  | { readonly type: 'apis' }
  /** The browser was away for too long to be told what it missed: fetch everything on the screen again. */
  | { readonly type: 'reset' }
