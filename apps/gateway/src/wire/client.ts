import type { Readable } from 'node:stream'
import type { RawHeaders } from '../headers.ts'
import { type HeaderLines, withPassed } from './header-lines.ts'
import type { UpstreamTls } from './upstream-tls.ts'

/**
 * A call to an upstream, as the integrations see it. http1/http1-client.ts implements `WireClient` on our own codec,
 * undici-client.ts on undici; http-core.ts chooses.
 */
export interface UpstreamRequest {
  /** `http://host:port` */
  readonly origin: string
  /** Path and query. */
  readonly path: string
  readonly method: string
  readonly headers: RawHeaders
  /** Lines besides these that go on as they came, as `HeaderLines` gives them. */
  readonly passed?: string
  readonly body: Readable | Uint8Array | null
  /** Time until the answer's head must be there, connecting included, in milliseconds. */
  readonly timeoutMs: number
  readonly tls: UpstreamTls
}

/** Told in the order head, data*, end; or error at any moment, after which nothing follows. */
export interface UpstreamHandler {
  /** The headers are to be used up during the call. */
  head(status: number, headers: HeaderLines): void
  /** The bytes are to be used up during the call. False: stop reading until `resume` is called. */
  data(chunk: Uint8Array): boolean
  end(): void
  error(error: Error): void
}

/** All headers of a call. */
export function sentHeaders({ headers, passed }: Pick<UpstreamRequest, 'headers' | 'passed'>): RawHeaders {
  return withPassed(headers, passed)
}

export interface UpstreamCall {
  resume(): void
  /** Cancels the call; the handler hears nothing more. */
  abort(): void
  /** How far it came, for whoever asks why it failed. Made only then: a call that succeeds keeps nothing. */
  trace(): CallTrace
}

export interface CallTrace {
  /** Null: nobody knows. */
  readonly step: 'queued' | 'connecting' | 'waiting' | 'answering' | null
  /** The connection had served a call before; null: there was none yet, or nobody knows. */
  readonly isReused: boolean | null
  /** The other end: `192.0.2.7:443`. */
  readonly address: string | null
  /** Bytes of the answer, its head included. */
  readonly received: number
  /** The first of them, a character each; fewer of large answers. */
  readonly start: string
  /** Those around the place that could not be read, where it is not among the first. */
  readonly broke: string
}

export interface WireClient {
  send(request: UpstreamRequest, handler: UpstreamHandler): UpstreamCall
  close(): Promise<void>
}

/** The head did not come within the time of the request. */
export class UpstreamTimeoutError extends Error {
  override readonly name = 'UpstreamTimeoutError'
}

export type WireErrorCode =
  /** What was asked for can't be written as a request. */
  | 'WIRE_REQUEST_INVALID'
  /** The body of the request isn't as long as it was to be. */
  | 'WIRE_REQUEST_LENGTH'
  | 'WIRE_CONNECT_TIMEOUT'
  | 'WIRE_NOT_HTTP'
  | 'WIRE_STALLED'
  | 'WIRE_CLOSED'

/** What went wrong between us and an upstream, where the operating system has no word for it. */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly code: WireErrorCode

  constructor(code: WireErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
