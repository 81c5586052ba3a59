import type { ApiRecord, RecordId } from '@penstock/model'

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
        readonly added: readonly { readonly record: ApiRecord; readonly revision: number }[]
        readonly updated: readonly { readonly record: ApiRecord; readonly revision: number }[]
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
  /** Somebody looks at the API, or at something else in it than before. Fleeting: nobody who was away hears of it. */
  | { readonly type: 'presence'; readonly slug: string; readonly presence: Presence }
  /** Somebody closed the API. */
  | { readonly type: 'absence'; readonly slug: string; readonly user: string; readonly tab: string }
  /** Nodes were moved on the canvas; null: to where the layout puts them. */
  | {
      readonly type: 'layout'
      readonly slug: string
      /** The tab that moved them, which knows already. */
      readonly tab: string
      readonly positions: Readonly<Record<RecordId, { readonly x: number; readonly y: number } | null>>
    }
  /** Comments or order of the draft's text were written: what is kept of it has to be read again. */
  | {
      readonly type: 'text'
      readonly slug: string
      /** The tab that wrote them, which knows already; empty: none. */
      readonly tab: string
    }
  /** A deploy request was opened, discussed, voted on or deployed. */
  | { readonly type: 'deploy-request'; readonly slug: string; readonly number: number }
  /** Gateways reported requests to this API. Told at most once a second. */
  | { readonly type: 'requests'; readonly slug: string }
  /** The audit log has grown. Told at most once a second. */
  | { readonly type: 'activity' }
  /** What this user may do is not what it was. Told to them only. */
  | { readonly type: 'session'; readonly user: string }
  | { readonly type: 'nodes' }
  | { readonly type: 'apis' }
  /** Something was missed, or too much changed to tell it: fetch everything on the screen again. Of one API, or of all. */
  | { readonly type: 'reset'; readonly slug?: string }

/** Where one tab of somebody's browser is in an API. */
export interface Presence {
  /** The tab chose it: somebody may have the API open twice. */
  readonly tab: string
  readonly user: { readonly id: string; readonly name: string }
  /** What is selected there, the one being edited last. */
  readonly selected: readonly RecordId[]
}

/** Whether an event says only how things are at this moment: whoever was away asks how they are now. */
export function isFleeting({ type }: LiveEvent): boolean {
  return type === 'presence' || type === 'absence'
}

/** An event with its place in the stream. */
export interface LiveMessage {
  /** Of this server's stream; a stream that is opened again continues after it. */
  readonly id: string
  /** The API that it is about; null: all. */
  readonly slug: string | null
  readonly event: LiveEvent
}
