import type { Socket } from 'node:net'
import { type CallTrace, UpstreamTimeoutError, WireError } from '../client.ts'
import { HeaderLines } from '../header-lines.ts'
import { BodyReader, type BodySink } from './body-reader.ts'
import { BodySender } from './body-sender.ts'
import { HeadText } from './head-text.ts'
import { writeAsOne } from './one-write.ts'
import { headerBlock, incomplete } from './header-block.ts'
import { passingLines } from './passing-lines.ts'
import { readResponseHead, responseHead } from './response-head.ts'
import type { Http1Call } from './upstream-call.ts'

/** The pool a connection belongs to. */
export interface ConnectionOwner {
  readonly now: number
  /** Nothing is under way on it: it takes the next call. */
  released(connection: UpstreamConnection): void
  closed(connection: UpstreamConnection, error: Error | null): void
}

export interface ConnectionLimits {
  readonly connectTimeoutMs: number
  /** Of an answer's head. */
  readonly maxHeaderBytes: number
  /** Time that a connection is kept without a call, unless the upstream says less. */
  readonly idleMs: number
  /** Time without a byte in the middle of an answer's body. */
  readonly stallMs: number
}

// What the connection is at.
const connecting = 0
const idle = 1
const awaitingHead = 2
const inBody = 3
const closed = 4

const steps = {
  [connecting]: 'connecting',
  [idle]: null,
  [awaitingHead]: 'waiting',
  [inBody]: 'answering',
  [closed]: null,
} as const

/** Kept of what could not be read, on either side of the place. */
const aroundBytes = 128

/** Interim answers that an upstream may send before the one that counts. */
const interimMax = 32

const keepAliveTimeout = /(?:^|[,; \t])timeout=(\d{1,9})/i

/**
 * A connection to an upstream: one call at a time, one object for all of them. It is used again only when call and answer
 * were complete, nothing followed the answer, and neither side said that it closes; bytes that come while there is no
 * call close it, for they could be taken as the answer to the next one.
 */
export class UpstreamConnection implements BodySink {
  readonly socket: Socket
  readonly #owner: ConnectionOwner
  readonly #limits: ConnectionLimits
  readonly #head: HeadText
  readonly #reader: BodyReader
  #at: number
  #call: Http1Call | null
  #sender: BodySender | null
  /** The upstream keeps the connection after this answer. */
  #keeps: boolean
  #interim: number
  #isPaused: boolean
  #idleMs: number
  /** When it was made, came to be idle, or read last. */
  #since: number
  #error: Error | null
  /** Bytes of the answer under way, and the text that its head was read from: what came first. */
  #received: number
  #start: string
  /** Around the place that could not be read. */
  #broke: string

  constructor(socket: Socket, owner: ConnectionOwner, limits: ConnectionLimits, call: Http1Call) {
    this.socket = socket
    this.#owner = owner
    this.#limits = limits
    this.#head = new HeadText(limits.maxHeaderBytes)
    this.#reader = new BodyReader()
    this.#at = connecting
    this.#call = call
    this.#sender = null
    this.#keeps = true
    this.#interim = 0
    this.#isPaused = false
    this.#idleMs = limits.idleMs
    this.#since = owner.now
    this.#error = null
    this.#received = 0
    this.#start = ''
    this.#broke = ''
    call.connection = this
  }

  get isUsable(): boolean {
    return this.#at === idle && this.socket.writable && !this.socket.destroyed
  }

  /** The connection stands. */
  connected(): void {
    if (this.#at !== connecting) return
    const call = this.#call
    if (call === null) {
      this.#rest()
      return
    }
    this.#send(call)
  }

  /** Sends a call on an idle connection. */
  take(call: Http1Call): void {
    this.#call = call
    call.connection = this
    call.isReused = true
    this.#send(call)
  }

  /** Whoever made the call doesn't want it any more. */
  abandon(call: Http1Call): void {
    if (this.#call !== call) return
    call.last = this.#trace(call, null)
    this.#call = null
    this.#sender?.stop()
    this.#sender = null
    // One that is being made is of use to the next call; of an answer under way nothing else can be done.
    if (this.#at !== connecting) this.#close(null)
  }

  resumeFor(call: Http1Call): void {
    if (this.#call !== call || !this.#isPaused) return
    this.#isPaused = false
    this.#since = this.#owner.now
    this.socket.resume()
  }

  /** Takes what was read; the bytes are valid during the call only. */
  read(chunk: Buffer, from: number, to: number): void {
    if (this.#at === closed) return
    this.#since = this.#owner.now
    this.#received += to - from
    let at = from
    while (at < to && this.#at !== closed) {
      if (this.#at === awaitingHead) at = this.#readHead(chunk, at, to)
      else if (this.#at === inBody) {
        at = this.#reader.read(chunk, at, to, this)
        if (at < 0) {
          const { brokenAt } = this.#reader
          const begins = Math.max(from, brokenAt - aroundBytes)
          this.#broke = chunk.toString('latin1', begins, Math.min(to, brokenAt + aroundBytes))
          this.#fail(new WireError('WIRE_NOT_HTTP', 'the chunks of the answer are malformed'))
        }
        // Answered is only what nothing follows; #complete looks at what is left.
        else if (this.#at === inBody && this.#reader.isDone) this.#complete(at < to)
      } else {
        this.#close(null)
      }
    }
  }

  bodyPart(chunk: Buffer, from: number, to: number): void {
    const call = this.#call
    if (call === null || call.isSettled) return
    try {
      if (call.handler.data(chunk.subarray(from, to)) || this.#isPaused || this.#call !== call) return
    } catch (thrown) {
      return this.#fail(thrown as Error)
    }
    this.#isPaused = true
    this.socket.pause()
  }

  /** The upstream has sent its last byte. */
  end(): void {
    if (this.#at === inBody && this.#reader.isUntilClose) {
      this.#reader.abandon()
      this.#keeps = false
      this.#complete(false)
    } else if (this.#at === inBody && this.#reader.isCounted)
      // A backend that died looks the same as one that announced too much.
      this.#fail(
        new WireError('WIRE_CLOSED', 'the upstream closed the connection before the announced length'),
      )
    else this.#fail(new WireError('WIRE_CLOSED', 'the upstream closed the connection'))
  }

  errored(error: Error): void {
    this.#error ??= error
  }

  closed(): void {
    if (this.#at === closed) return
    const error = this.#error ?? new WireError('WIRE_CLOSED', 'the upstream closed the connection')
    this.#fail(error)
  }

  /** Looks whether something takes too long. */
  tick(now: number): void {
    const call = this.#call
    if (call !== null && this.#at < inBody && now > call.deadline) {
      const error = new UpstreamTimeoutError(`no answer within ${call.request.timeoutMs} ms`)
      this.abandon(call)
      call.fail(error)
    }
    const quiet = now - this.#since
    if (this.#at === connecting && quiet > this.#limits.connectTimeoutMs)
      this.#fail(new WireError('WIRE_CONNECT_TIMEOUT', 'the connection took too long'))
    else if (this.#at === idle && quiet > this.#idleMs) this.#close(null)
    else if (this.#at === inBody && !this.#isPaused && quiet > this.#limits.stallMs)
      this.#fail(
        new WireError('WIRE_STALLED', `nothing of the answer came within ${this.#limits.stallMs} ms`),
      )
  }

  destroy(error: Error): void {
    this.#fail(error)
  }

  /** How far the call under way has come; null for every other one. */
  traceOf(call: Http1Call): CallTrace | null {
    return this.#call === call ? this.#trace(call, null) : null
  }

  #send(call: Http1Call): void {
    const { socket } = this
    const { body } = call.request
    const { text, contentLength } = call.head
    this.#at = awaitingHead
    this.#keeps = true
    this.#interim = 0
    this.#received = 0
    this.#idleMs = this.#limits.idleMs
    if (body === null) socket.write(`${text}\r\n`, 'latin1')
    else if (body instanceof Uint8Array) writeAsOne(socket, `${text}\r\n`, body, '')
    else {
      socket.write(contentLength < 0 ? `${text}Transfer-Encoding: chunked\r\n\r\n` : `${text}\r\n`, 'latin1')
      this.#sender = new BodySender(body, contentLength, socket, (error) => {
        this.#sender = null
        if (error !== null) this.#fail(error)
      })
    }
  }

  #readHead(chunk: Buffer, from: number, to: number): number {
    const end = this.#head.add(chunk, from, to, readResponseHead)
    if (end === incomplete) return to
    if (end < 0) {
      this.#fail(new WireError('WIRE_NOT_HTTP', 'the head of the answer is malformed or too large'))
      return to
    }
    this.#start = this.#head.text
    this.#head.clear()
    const call = this.#call
    const { status } = responseHead
    if (call === null) {
      this.#close(null)
      return to
    }
    if (status < 200) {
      if (status === 101 || ++this.#interim > interimMax)
        this.#fail(new WireError('WIRE_NOT_HTTP', `an answer ${status} that nobody asked for`))
      return end
    }
    this.#beginBody(call.request.method, status)
    try {
      call.handler.head(status, new HeaderLines([], passingLines.begin()))
    } catch (thrown) {
      this.#fail(thrown as Error)
      return to
    }
    if (this.#call === call && this.#reader.isDone) this.#complete(end < to)
    return end
  }

  #beginBody(method: string, status: number): void {
    this.#at = inBody
    const block = headerBlock
    this.#keeps = responseHead.minor === 1 ? !block.saysClose : block.saysKeepAlive && !block.saysClose
    if (block.hasKeepAlive) {
      const seconds = keepAliveTimeout.exec(block.value('keep-alive') ?? '')?.[1]
      // A second less, for what is on its way when the upstream closes.
      if (seconds !== undefined) this.#idleMs = Math.min(this.#idleMs, Number(seconds) * 1000 - 1000)
    }
    if (method === 'HEAD' || status === 204 || status === 304) this.#reader.beginLength(0)
    else if (block.isChunked) this.#reader.beginChunked()
    else if (block.contentLength >= 0) this.#reader.beginLength(block.contentLength)
    else this.#reader.beginUntilClose()
  }

  #complete(isFollowed: boolean): void {
    const call = this.#call
    this.#call = null
    // An answer that came before all of the request was sent leaves a connection that nobody can use.
    const isWhole = this.#sender === null
    this.#sender?.stop()
    this.#sender = null
    if (this.#keeps && isWhole && !isFollowed && this.#idleMs > 0) this.#rest()
    else this.#close(null)
    call?.end()
  }

  #rest(): void {
    this.#at = idle
    this.#start = ''
    this.#since = this.#owner.now
    if (this.#isPaused) {
      this.#isPaused = false
      this.socket.resume()
    }
    this.#owner.released(this)
  }

  #fail(error: Error): void {
    const call = this.#call
    if (call !== null) call.last = this.#trace(call, error)
    this.#call = null
    this.#sender?.stop()
    this.#sender = null
    this.#close(error)
    call?.fail(error)
  }

  #trace(call: Http1Call, error: Error | null): CallTrace {
    // What a head is read from is empty once it was read.
    const start = this.#head.isEmpty ? this.#start : this.#head.text
    return {
      step: steps[this.#at as keyof typeof steps],
      isReused: call.isReused,
      address: addressOf(error) ?? addressOf(this.socket),
      received: this.#received,
      start,
      broke: start.includes(this.#broke) ? '' : this.#broke,
    }
  }

  #close(error: Error | null): void {
    if (this.#at === closed) return
    this.#at = closed
    this.#head.clear()
    this.socket.destroy()
    this.#owner.closed(this, error)
  }
}

/** The other end, as a socket or the system's error names it. */
function addressOf(from: Socket | Error | null): string | null {
  // Where a name has several addresses, the first that was tried.
  const one: unknown = from instanceof AggregateError ? from.errors[0] : from
  const { remoteAddress, remotePort, address, port } = (one ?? {}) as Readonly<Record<string, unknown>>
  const [host, number] = remoteAddress === undefined ? [address, port] : [remoteAddress, remotePort]
  if (typeof host !== 'string' || typeof number !== 'number') return null
  return host.includes(':') ? `[${host}]:${number}` : `${host}:${number}`
}
