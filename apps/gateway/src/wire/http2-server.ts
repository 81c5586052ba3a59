import http2, {
  type Http2Session,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { RawHeaders } from '../headers.ts'
import { withPassed } from './header-lines.ts'
import { StreamBody } from './http2-body.ts'
import type { WireHandler, WireRequest, WireResponse, WireServerOptions } from './server.ts'

/** Requests of one connection at a time. */
const streamsMax = 128
/** Fields of one head; their size is bounded by `maxHeaderBytes` besides. */
const fieldsMax = 256

/** What a client that knows that it will be understood begins with (RFC 9113 §3.4). */
export const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')

/** HTTP/2 on connections that were accepted elsewhere. */
export interface Http2Server {
  /** A connection whose client speaks HTTP/2; nothing of it was read, or all of that was put back. */
  take(socket: Duplex): void
  /** No new requests; those under way are answered. */
  drain(): void
  cut(): void
}

/**
 * HTTP/2 as node:http2 reads it (nghttp2): that holds names, values and lengths to RFC 9113 §8, so that what is passed on as
 * HTTP/1.1 has one reading. What RFC 9113 §8.2.3 cuts into pieces, cookies, is put together again.
 */
export function createHttp2Server(options: WireServerOptions, handler: WireHandler): Http2Server {
  const sessions = new Set<Http2Session>()
  const server = http2.createServer({
    settings: { maxConcurrentStreams: streamsMax, maxHeaderListSize: options.maxHeaderBytes },
    maxHeaderListPairs: fieldsMax,
  })
  let isDraining = false
  server.on('session', (session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
    session.on('error', () => undefined)
    const idle = new Idle(session, options.idleTimeoutMs)
    session.on('stream', (stream) => idle.began(stream))
    if (isDraining) session.close()
  })
  const began = (stream: ServerHttp2Stream, _: IncomingHttpHeaders, flags: number, raw: string[] = []) => {
    stream.on('error', () => undefined)
    const request = wireRequest(stream, raw, (flags & http2.constants.NGHTTP2_FLAG_END_STREAM) !== 0)
    if (request === null) return stream.close(http2.constants.NGHTTP2_PROTOCOL_ERROR)
    if (request.body !== null) {
      const late = setTimeout(() => stream.close(http2.constants.NGHTTP2_CANCEL), options.requestTimeoutMs)
      request.body.once('close', () => clearTimeout(late))
    }
    handler(request, new Http2Response(stream, request, options.requestTimeoutMs))
  }
  server.on('stream', began)
  return {
    take: (socket) => void server.emit('connection', socket as Socket),
    drain() {
      isDraining = true
      for (const session of sessions) session.close()
    },
    cut() {
      for (const session of sessions) session.destroy()
    },
  }
}

/** Ends a connection that has had no request for a while, whatever else it sends: pings, or a head byte by byte. */
class Idle {
  readonly #session: Http2Session
  readonly #ms: number
  #streams = 0
  #timer: NodeJS.Timeout | undefined

  constructor(session: Http2Session, ms: number) {
    this.#session = session
    this.#ms = ms
    session.once('close', () => clearTimeout(this.#timer))
    this.#wait()
  }

  began(stream: ServerHttp2Stream): void {
    this.#streams++
    clearTimeout(this.#timer)
    stream.once('close', () => {
      this.#streams--
      if (this.#streams === 0) this.#wait()
    })
  }

  #wait(): void {
    if (!this.#session.destroyed) this.#timer = setTimeout(() => this.#session.destroy(), this.#ms)
  }
}

/** What begins a request target in origin form, and what an OPTIONS may ask of the whole server. */
const target = /^(?:\/[\x21-\x7e\x80-\xff]*|\*)$/

/** Null: no request that could be passed on. */
function wireRequest(
  stream: ServerHttp2Stream,
  raw: readonly string[],
  isWhole: boolean,
): WireRequest | null {
  const pseudo: Record<string, string> = {}
  const headers: string[] = []
  const cookies: string[] = []
  for (let at = 0; at < raw.length; at += 2) {
    const [name, value] = [raw[at]!, raw[at + 1]!]
    if (name.startsWith(':')) pseudo[name] = value
    else if (name === 'cookie') cookies.push(value)
    // It is answered here.
    else if (name === 'expect') stream.additionalHeaders({ ':status': 100 })
    else headers.push(name, value)
  }
  const { ':method': method, ':path': path, ':authority': authority } = pseudo
  if (method === undefined || method === 'CONNECT' || path === undefined || !target.test(path)) return null
  const host = headers.findIndex((name, at) => at % 2 === 0 && name === 'host')
  // RFC 9113 §8.3.1: whoever makes HTTP/1.1 of it makes the host of the authority.
  if (authority !== undefined && host >= 0) headers.splice(host, 2)
  if (authority !== undefined) headers.unshift('host', authority)
  if (cookies.length > 0) headers.push('cookie', cookies.join('; '))
  const { socket } = stream.session ?? {}
  return {
    method,
    target: path,
    version: '2.0',
    headers,
    body: isWhole ? null : new StreamBody(stream),
    remoteAddress: socket?.remoteAddress ?? '',
    localPort: socket?.localPort ?? 0,
    secure: stream.session?.encrypted === true,
  }
}

/** RFC 9113 §8.2.2: what is of one connection of HTTP/1.1 has no place here. */
const ofConnections: ReadonlySet<string> = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
])

class Http2Response implements WireResponse {
  requestId = ''
  readonly #stream: ServerHttp2Stream
  readonly #body: WireRequest['body']
  readonly #isOfHead: boolean
  /** Its head said that nothing follows. */
  #isBare = false
  #isEnded = false
  readonly #stallMs: number
  #stalled: NodeJS.Timeout | undefined

  /** `stallMs`: how long the client may take nothing of what is there for it. */
  constructor(stream: ServerHttp2Stream, { method, body }: WireRequest, stallMs: number) {
    this.#stream = stream
    this.#body = body
    this.#isOfHead = method === 'HEAD'
    this.#stallMs = stallMs
    stream.on('drain', () => clearTimeout(this.#stalled))
    stream.once('close', () => clearTimeout(this.#stalled))
  }

  get headSent(): boolean {
    return this.#stream.headersSent
  }

  head(status: number, headers: RawHeaders, passed = ''): void {
    if (this.#stream.destroyed) return
    const all = withPassed(headers, passed)
    const fields: OutgoingHttpHeaders = { ':status': status }
    for (let at = 0; at < all.length; at += 2) {
      const name = all[at]!.toLowerCase()
      if (ofConnections.has(name)) continue
      const before = fields[name]
      const value = all[at + 1]!
      if (before === undefined) fields[name] = value
      // What may stand once only is one list here, and several lines there.
      else if (name === 'set-cookie') fields[name] = [before, value].flat() as string[]
      else fields[name] = `${String(before)}, ${value}`
    }
    this.#isBare = this.#isOfHead || status === 204 || status === 205 || status === 304
    this.#stream.respond(fields, { endStream: this.#isBare })
  }

  write(chunk: Uint8Array): boolean {
    if (this.#isBare || this.#stream.destroyed || this.#stream.write(Buffer.from(chunk))) return true
    this.#expectsToBeTaken()
    return false
  }

  flush(): void {
    // The head is on its way as soon as it is said, and so is each part.
  }

  end(chunk?: Uint8Array | string): void {
    this.#isEnded = true
    if (!this.#isBare && !this.#stream.destroyed) {
      this.#stream.end(chunk)
      this.#expectsToBeTaken()
    }
    const { NGHTTP2_NO_ERROR } = http2.constants
    // RFC 9113 §8.1: what is still sent of a request that was answered is of no use to anybody.
    if (this.#body !== null && !this.#body.readableEnded) this.#stream.close(NGHTTP2_NO_ERROR)
  }

  destroy(): void {
    // `close` would end the answer first, as if it were whole; an error makes it INTERNAL_ERROR at once.
    this.#stream.destroy(new Error('the answer broke off'))
  }

  onDrain(listener: () => void): void {
    this.#stream.on('drain', listener)
  }

  onGone(listener: (refused: null) => void): void {
    this.#stream.once('close', () => {
      if (!this.#isEnded || this.#stream.rstCode > http2.constants.NGHTTP2_NO_ERROR) listener(null)
    })
  }

  #expectsToBeTaken(): void {
    clearTimeout(this.#stalled)
    this.#stalled = setTimeout(() => {
      this.#isEnded = false
      this.#stream.destroy(new Error('the client takes nothing'))
    }, this.#stallMs)
  }
}
