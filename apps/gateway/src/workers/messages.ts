import type { ToldError } from '@penstock/errors'

/** The ports of a node. */
export type Port = 'http' | 'tls'

/** What a worker needs to know to be one. */
export interface SeatLetter {
  readonly number: number
  /** By which it is known to the control plane. */
  readonly name: string
  readonly secret: Uint8Array
  readonly ports: { readonly http: number; readonly tls: number | null }
}

/** What the process that started a worker tells it; besides questions and answers, see channel.ts. */
export type ToWorker =
  /** Once, before all else. */
  | { readonly seat: SeatLetter }
  /** With a connection that was accepted there. */
  | { readonly connectionAt: Port }
  /** The last one: drain, and end. */
  | { readonly close: true }

export type FromWorker =
  /** It is there to be told its seat. */
  | { readonly born: true }
  | { readonly ready: { readonly url: string; readonly node: string } }
  /** It could not start. */
  | { readonly failed: ToldError }

/** Set for the processes that are workers. */
export const workerVariable = 'PENSTOCK_GATEWAY_WORKER'
