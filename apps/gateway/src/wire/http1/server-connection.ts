import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { AppError } from '@penstock/errors'
import type { WireHandler, WireServerOptions } from '../server.ts'
import { BodyReader } from './body-reader.ts'
import { GrowingBytes } from './growing-bytes.ts'
import { HeadText } from './head-text.ts'
import { headerBlock, incomplete, tooLarge } from './header-block.ts'
import { type BodyChannel, IncomingBody, streamOf } from './incoming-body.ts'
import { headersTooLarge, refusalText } from '../refusal.ts'
import { readRequestHead, requestHead } from './request-head.ts'
import { type AnswerChannel, ServerAnswer } from './server-answer.ts'
import { type RequestOrigin, ServerRequest } from './server-request.ts'
import type { Ticker } from './ticker.ts'

/** What all connections of a server share. */
export interface ServerShared {
  readonly options: WireServerOptions
  readonly handler: WireHandler
  readonly ticker: Ticker
  readonly isDraining: boolean
  flushLater(answer: ServerAnswer): void
  /** Whether this request, whose head is the last that was read, opens a WebSocket. */
  isUpgrade(request: ServerRequest): boolean
  /** Gives the connection away, with what was read of it: from now on it is none of ours. */
  handOver(connection: ServerConnection, read: Buffer): void
  closed(connection: ServerConnection): void
}

/** What a client may send ahead of the answers to what it sent before. */
const aheadMax = 64 * 1024
/** Time for a client to take the last answer, and to hear that it was the last. */
const lingerMs = 5_000
/**
 * Octets a second that a client must take of an answer that waits for it, looked at once a period: whoever is slow and
 * steady gets it whole, however long it takes, and whoever holds connections by reading next to nothing doesn't. As much
 * as Kestrel asks for (MinResponseDataRate): the slowest line there is takes more.
 */
const takenPerSecondMin = 240

// What the connection is at.
const waiting = 0
const inHead = 1
const inExchange = 2
const leaving = 3
const handedOver = 4

/**
 * One client's connection: requests come in, one after the other is answered. One object for all of them.
 *
 *     waiting ─ a byte ─► inHead ─ whole ─► inExchange ─ body read and answer sent ─► waiting
 *        │                  │ refused           │ broken body, late body              (or leaving)
 *        ▼ idle             ▼ 400, 408, 431     ▼ 400, 408
 *      closed            leaving: what still comes is dropped, until the client closes or the time is up
 */
export class ServerConnection implements AnswerChannel, RequestOrigin, BodyChannel {
  readonly socket: Socket
  /** When what it is at has taken too long, by the server's ticker. */
  deadline: number
  readonly #shared: ServerShared
  readonly #head: HeadText
  readonly #reader: BodyReader
  readonly #body: IncomingBody
  #at: number
  #began: number
  #request: ServerRequest | null
  #answer: ServerAnswer | null
  #isAnswered: boolean
  #keeps: boolean
  /** What came behind the request under way. */
  readonly #ahead: GrowingBytes
  #isPaused: boolean
  /** How far an empty line has come that belongs to no request. */
  #stray: number
  /** What the client had taken when the time for what is unsent began, and when that was. */
  #taken: number
  #takenSince: number
  #remoteAddress: string | null

  constructor(socket: Socket, shared: ServerShared) {
    this.socket = socket
    this.#shared = shared
    this.#head = new HeadText(shared.options.maxHeaderBytes)
    this.#reader = new BodyReader()
    this.#body = new IncomingBody(this)
    this.#at = waiting
    this.#began = 0
    this.deadline = shared.ticker.after(shared.options.headTimeoutMs)
    this.#request = null
    this.#answer = null
    this.#isAnswered = false
    this.#keeps = true
    this.#ahead = new GrowingBytes()
    this.#isPaused = false
    this.#stray = 0
    this.#taken = 0
    this.#takenSince = 0
    this.#remoteAddress = null
  }

  /** Nothing of a request has come. */
  get isIdle(): boolean {
    return this.#at === waiting && this.#ahead.length === 0
  }

  get mayKeep(): boolean {
    // Whether a body still comes that the client was not told to send can't be known.
    return this.#keeps && !this.#shared.isDraining && !this.#body.isExpected
  }

  get remoteAddress(): string {
    this.#remoteAddress ??= this.socket.remoteAddress ?? ''
    return this.#remoteAddress
  }

  get localPort(): number {
    return this.socket.localPort ?? 0
  }

  get secure(): boolean {
    return 'encrypted' in this.socket
  }

  /** Takes what was read; the bytes are valid during the call only. */
  read(chunk: Buffer, from: number, to: number): void {
    // What came before goes first.
    const at = this.#ahead.length > 0 ? from : this.#workOff(chunk, from, to)
    if (at === to) return
    this.#ahead.add(chunk, at, to)
    this.#pauseAhead()
  }

  /** The client has sent its last byte. As for most servers, whoever still waits for an answer has gone. */
  end(): void {
    if (this.#at === inExchange || this.#at === inHead) this.socket.destroy()
    else if (this.#at !== handedOver) this.socket.end()
  }

  /** It is somebody else's from now on. */
  giveAway(): void {
    this.#at = handedOver
  }

  closed(): void {
    if (this.#at === handedOver) return
    this.#shared.closed(this)
    this.#answer?.leave(null)
    this.#body.end(new Error('aborted'))
  }

  stalled(): void {
    const { ticker, options } = this.#shared
    this.#taken = takenBytes(this.socket)
    this.#takenSince = ticker.now
    this.deadline = Math.min(this.#bodyDeadline(), ticker.after(options.requestTimeoutMs))
  }

  drained(): void {
    if (this.#at === inExchange && !this.#isAnswered) {
      this.deadline = this.#bodyDeadline()
      this.#answer?.drained()
      return
    }
    if (this.#at === waiting) this.deadline = this.#shared.ticker.after(this.#shared.options.idleTimeoutMs)
    this.next()
  }

  /** The deadline has passed. */
  expire(): void {
    if (this.#isTaking) this.stalled()
    else if (this.#at === inHead || (this.#at === inExchange && !this.#reader.isDone))
      this.#refuse(new AppError('REQUEST_TOO_SLOW'))
    else this.socket.destroy()
  }

  flushLater(answer: ServerAnswer): void {
    this.#shared.flushLater(answer)
  }

  cut(isSilentCut: boolean): void {
    if (isSilentCut) this.socket.resetAndDestroy()
    else this.socket.destroy()
  }

  answered(keeps: boolean): void {
    this.#isAnswered = true
    this.#keeps = keeps
    if (!this.#reader.isDone) {
      // Nobody will read the rest.
      this.#body.end(null)
      this.deadline = this.#bodyDeadline()
      if (!keeps) this.#leave()
      return
    }
    this.#finish()
  }

  bodyOf(request: ServerRequest): Readable {
    if (request.wholeBody !== null) return streamOf(request.wholeBody)
    // Too late: what comes now is another's.
    if (request !== this.#request) return streamOf(noBytes).destroy()
    return this.#body.asStream()
  }

  pauseBody(): void {
    this.#pause()
  }

  resumeBody(): void {
    this.#resume()
  }

  sendContinue(): void {
    if (this.#answer?.headSent === false) this.socket.write('HTTP/1.1 100 Continue\r\n\r\n', 'latin1')
  }

  droppedTooMuch(): void {
    this.socket.destroy()
  }

  /** The server closes: so does the connection, at once where nothing is under way. */
  drain(): void {
    if (this.isIdle) this.#leave()
  }

  /** The client takes an answer, slowly. */
  get #isTaking(): boolean {
    if (this.#at === inHead || this.socket.writableLength === 0 || !this.#reader.isDone) return false
    const seconds = (this.#shared.ticker.now - this.#takenSince) / 1000
    return takenBytes(this.socket) - this.#taken >= takenPerSecondMin * seconds
  }

  /** Answers the place up to which it read, which is `to` unless the rest has to wait. */
  #workOff(chunk: Buffer, from: number, to: number): number {
    let at = from
    while (at < to) {
      if (this.#at >= leaving) {
        this.#body.drop(to - at)
        return to
      }
      if (this.#mustWait) return at
      at = this.#at === inExchange ? this.#readBody(chunk, at, to) : this.#readHead(chunk, at, to)
    }
    return at
  }

  /** What comes now isn't read yet: an answer is before it, or the client doesn't read the answers. */
  get #mustWait(): boolean {
    return this.#at === inExchange ? this.#reader.isDone : this.socket.writableNeedDrain
  }

  #readHead(chunk: Buffer, from: number, to: number): number {
    const { options, ticker } = this.#shared
    if (this.#at === waiting) {
      if (this.#stray < emptyLine.length && chunk[from] === emptyLine[this.#stray]) {
        this.#stray++
        return from + 1
      }
      if (this.#stray === 1) {
        this.#refuse(new AppError('REQUEST_MALFORMED'))
        return to
      }
      this.#at = inHead
      this.#began = ticker.after(0)
      this.deadline = ticker.after(options.headTimeoutMs)
    }
    const end = this.#head.add(chunk, from, to, readRequestHead)
    if (end === incomplete) return to
    if (end < 0) {
      this.#refuse(
        end === tooLarge ? headersTooLarge(options.maxHeaderBytes) : new AppError('REQUEST_MALFORMED'),
      )
      return to
    }
    return this.#begin(chunk, end, to)
  }

  /** A head is whole: the body's first bytes are taken before anybody hears of the request. */
  #begin(chunk: Buffer, from: number, to: number): number {
    const { text } = this.#head
    const request = new ServerRequest(this, text)
    if (headerBlock.hasUpgrade && this.#shared.isUpgrade(request)) {
      this.giveAway()
      const read = Buffer.concat([
        Buffer.from(text.slice(0, requestHead.end), 'latin1'),
        chunk.subarray(from, to),
      ])
      this.#shared.handOver(this, read)
      return to
    }
    const { minor } = requestHead
    const keeps = !headerBlock.saysClose && (minor === 1 || headerBlock.saysKeepAlive)
    if (headerBlock.isChunked) this.#reader.beginChunked()
    else this.#reader.beginLength(Math.max(headerBlock.contentLength, 0))
    this.#head.clear()
    this.#stray = 0
    this.#at = inExchange
    this.#isAnswered = false
    this.#keeps = keeps
    this.#request = request
    this.#body.begin(headerBlock.expectsContinue && minor === 1 && request.hasBody)
    const answer = new ServerAnswer(this, request.method === 'HEAD', minor, keeps)
    this.#answer = answer
    let at = from
    if (request.hasBody) {
      if (at < to) at = this.#readBody(chunk, at, to)
      if (this.#at !== inExchange) return to
      if (this.#reader.isDone) request.wholeBody = this.#body.takeWhole()
    }
    this.deadline = this.#bodyDeadline()
    this.#shared.handler(request, answer)
    return at
  }

  #readBody(chunk: Buffer, from: number, to: number): number {
    const at = this.#reader.read(chunk, from, to, this.#body)
    if (at < 0) {
      this.#refuse(new AppError('REQUEST_MALFORMED'))
      return to
    }
    if (!this.#reader.isDone || this.#at !== inExchange) return at
    if (this.socket.writableNeedDrain) this.stalled()
    else this.deadline = Number.POSITIVE_INFINITY
    this.#body.complete()
    if (this.#isAnswered) this.#finish()
    return at
  }

  #bodyDeadline(): number {
    if (this.#reader.isDone) return Number.POSITIVE_INFINITY
    return this.#began + this.#shared.options.requestTimeoutMs
  }

  /** Request and answer are complete. */
  #finish(): void {
    this.#request = null
    this.#answer = null
    this.#body.forget()
    if (!this.#keeps || this.#shared.isDraining) return this.#leave()
    this.#at = waiting
    this.#restFor(this.#shared.options.idleTimeoutMs)
    // Reading waits no longer for somebody to take the body.
    if (this.#ahead.length === 0) this.#resume()
    // The answer's last lines run first: whoever ends an answer isn't called again meanwhile.
    else setImmediate(goOn, this)
  }

  /** Goes on with what came ahead. */
  next(): void {
    const { socket } = this
    if (this.#at !== waiting || this.#ahead.length === 0 || socket.writableEnded || socket.writableNeedDrain)
      return
    const ahead = this.#ahead.take()
    this.#resume()
    const at = this.#workOff(ahead, 0, ahead.length)
    if (at === ahead.length) return
    this.#ahead.putBack(ahead.subarray(at))
    this.#pauseAhead()
  }

  #pauseAhead(): void {
    if (this.#ahead.length >= aheadMax || this.socket.writableNeedDrain) this.#pause()
  }

  /** Nothing is under way. Time runs out after `ms`, but not while the client still takes what was said. */
  #restFor(ms: number): void {
    if (this.socket.writableLength > 0) this.stalled()
    else this.deadline = this.#shared.ticker.after(ms)
  }

  #refuse(refused: AppError): void {
    const answer = this.#answer
    const isAnswering = answer?.headSent === true
    this.#at = leaving
    this.#reader.abandon()
    answer?.leave(refused)
    this.#body.end(new Error(refused.message))
    if (isAnswering) {
      this.socket.destroy()
      return
    }
    this.socket.write(refusalText(refused, this.#shared.options.errorPages(), answer?.requestId ?? ''))
    this.#leave()
  }

  /** Says no more, and listens for a while: a connection closed on what still comes would lose the answer. */
  #leave(): void {
    this.#at = leaving
    this.#request = null
    this.#answer = null
    this.#reader.abandon()
    this.#restFor(lingerMs)
    this.#head.clear()
    this.#ahead.clear()
    this.socket.end()
    this.#resume()
  }

  #pause(): void {
    if (this.#isPaused) return
    this.#isPaused = true
    this.socket.pause()
  }

  #resume(): void {
    if (!this.#isPaused) return
    this.#isPaused = false
    this.socket.resume()
  }
}

/** Clients of old sent one after a body; it is passed over before a request (RFC 9112 §2.2), and is none of it. */
const emptyLine = Buffer.from('\r\n')

interface CountingHandle {
  readonly bytesWritten?: number
  readonly writeQueueSize?: number
}

/**
 * Octets of what was written that the system has taken. `bytesWritten` of a socket has also what still waits, and its
 * `writableLength` falls by whole pieces only, which can be large: the handle knows better, where there is one.
 */
function takenBytes(socket: Socket): number {
  const handle = (socket as unknown as { readonly _handle?: CountingHandle | null })._handle
  if (handle?.bytesWritten === undefined || handle.writeQueueSize === undefined)
    return socket.bytesWritten - socket.writableLength
  return handle.bytesWritten - handle.writeQueueSize
}

const noBytes = Buffer.alloc(0)

function goOn(connection: ServerConnection): void {
  connection.next()
}
