import type { Readable } from 'node:stream'
import type { AppError, ErrorPages } from '@penstock/errors'
import { headerValue, type RawHeaders } from '../headers.ts'
import { HeaderLines } from './header-lines.ts'
import type { Intake } from './open-server.ts'
import type { WireSockets } from './socket.ts'

/**
 * The HTTP core in front, as the pipeline sees it. http1/http1-server.ts implements it on our own codec, node-server.ts
 * on node:http, http2-server.ts on node:http2; http-core.ts chooses.
 */
export interface WireRequest {
  readonly method: string
  /** Request target in origin form, byte for byte as received. */
  readonly target: string
  /** `1.1`, `2.0` */
  readonly version: string
  readonly headers: RawHeaders
  /** Of a WebSocket message: the headers that opened its connection, which say who called. No integration sees them. */
  readonly openedWith?: RawHeaders
  /** Null when the request has no body. Nobody has to read it: an unread body is dropped after the answer. */
  readonly body: Readable | null
  /** The whole body, when all of it came with the head: nobody needs a stream then. */
  readonly wholeBody?: Buffer | null
  /** Octets of the whole head, where they are known; not of less. */
  readonly headBytes?: number
  /** What the client says how long the body is, where that is at hand; 0 where it says nothing. */
  readonly announcedBytes?: number
  /** First value of a header, where it can be looked up without making all of `headers`. */
  header?(name: string): string | undefined
  /** The headers as lines that go on as they came, where there are such: to be used up before anything is waited for. */
  lines?(): HeaderLines
  readonly remoteAddress: string
  readonly localPort: number
  readonly secure: boolean
}

/** First value of a header. */
export function requestHeader(request: WireRequest, name: string): string | undefined {
  return request.header === undefined ? headerValue(request.headers, name) : request.header(name)
}

/** The headers of a request, to be changed and sent on before anything is waited for. */
export function requestLines(request: WireRequest): HeaderLines {
  return request.lines?.() ?? new HeaderLines([...request.headers])
}

/** The same request with other headers. Its body is still made a stream only when somebody asks for one. */
export function withHeaders(request: WireRequest, headers: RawHeaders): WireRequest {
  const { method, target, version, openedWith, wholeBody, remoteAddress, localPort, secure } = request
  return {
    method,
    target,
    version,
    headers,
    ...(openedWith === undefined ? {} : { openedWith }),
    get body() {
      return request.body
    },
    wholeBody: wholeBody ?? null,
    remoteAddress,
    localPort,
    secure,
  }
}

export interface WireResponse {
  /** Of the request that it answers, once there is one: what the wire says in its place names it too. */
  requestId: string
  readonly headSent: boolean
  /**
   * Once, before any body. Framing headers must be right: what is given is sent. `passed` are lines that go on as they came,
   * as `HeaderLines` gives them.
   */
  head(status: number, headers: RawHeaders, passed?: string): void
  /** The bytes are used up during the call. False: the client reads slower than we write; wait for `onDrain`. */
  write(chunk: Uint8Array): boolean
  /** Sends what there is: nobody knows when more will come. */
  flush(): void
  end(chunk?: Uint8Array | string): void
  /** Breaks the connection off, so that the client sees that the answer is not whole. */
  destroy(): void
  onDrain(listener: () => void): void
  /**
   * Called once when the connection closes before the answer is complete; `refused`: because the wire answered the client
   * itself, that the rest of the request can't be read.
   */
  onGone(listener: (refused: AppError | null) => void): void
}

/** PEM texts. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

export type WireHandler = (request: WireRequest, response: WireResponse) => void

export interface WireServerOptions {
  readonly sockets: WireSockets
  readonly port: number
  readonly host: string
  /** Absent: it listens there itself. */
  readonly intake?: Intake | undefined
  /** PEM texts, the first for whoever names no other; absent for plain HTTP. */
  readonly tls?: readonly [Certificate, ...Certificate[]]
  /** Limit of the request line and all headers together, in bytes. */
  readonly maxHeaderBytes: number
  /** Time a client has to send the whole head (slowloris), and the whole request. */
  readonly headTimeoutMs: number
  readonly requestTimeoutMs: number
  readonly idleTimeoutMs: number
  /** For what is refused before it is a request. */
  readonly errorPages: () => ErrorPages
}

export interface WireServer {
  readonly port: number
  /** Stops accepting, finishes what is under way with `Connection: close`, and cuts what remains after `graceMs`. */
  close(graceMs: number): Promise<void>
}

export type ListenWire = (options: WireServerOptions, handler: WireHandler) => Promise<WireServer>
