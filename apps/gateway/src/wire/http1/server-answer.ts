import type { Socket } from 'node:net'
import type { AppError } from '@penstock/errors'
import type { RawHeaders } from '../../headers.ts'
import type { WireResponse } from '../server.ts'
import { type AnswerFraming, answerHead } from './answer-head.ts'
import { dateLine } from './date-line.ts'
import { copyMax, writeAsOne } from './one-write.ts'

/** The connection, as the answer to one of its requests sees it. */
export interface AnswerChannel {
  readonly socket: Socket
  /** Whether another request may follow on it, as far as it is known now. */
  readonly mayKeep: boolean
  /** The answer is complete. */
  answered(keeps: boolean): void
  /** Has `flush` called after everything that is ready now has run. */
  flushLater(answer: ServerAnswer): void
  /** The client reads slower than is written; `drained` follows. */
  stalled(): void
  /** Breaks off; `isSilentCut`: that the connection ends would look like the answer's end. */
  cut(isSilentCut: boolean): void
}

// States, in order.
const fresh = 0
const held = 1
const sent = 2
const ended = 3
const gone = 4

// How the body is framed.
const undecided = 0
const counted = 1
const chunked = 2
const untilClose = 3

const framing: AnswerFraming = { contentLength: -1, closes: false, hasDate: false }

/**
 * The answer to one request. The head is held back until the body's first piece, its end, or the end of what is being
 * worked off, so that what is small leaves in one write. How the body is framed is decided as late: what ends at once
 * has a length even if nobody gave one.
 */
export class ServerAnswer implements WireResponse {
  requestId: string
  readonly #channel: AnswerChannel
  readonly #isHead: boolean
  readonly #minor: number
  #keeps: boolean
  #state: number
  #framing: number
  /** Of the announced length. */
  #left: number
  /** No body, whatever is written: HEAD, 204, 304. */
  #isSilent: boolean
  #head: string
  #isCorked: boolean
  #onDrain: (() => void) | null
  #onGone: ((refused: AppError | null) => void) | null

  constructor(channel: AnswerChannel, isHead: boolean, minor: number, keeps: boolean) {
    this.requestId = ''
    this.#channel = channel
    this.#isHead = isHead
    this.#minor = minor
    this.#keeps = keeps
    this.#state = fresh
    this.#framing = undecided
    this.#left = 0
    this.#isSilent = false
    this.#head = ''
    this.#isCorked = false
    this.#onDrain = null
    this.#onGone = null
  }

  get headSent(): boolean {
    return this.#state !== fresh
  }

  get isEnded(): boolean {
    return this.#state === ended
  }

  head(status: number, headers: RawHeaders, passed = ''): void {
    if (this.#state === gone) return
    if (this.#state !== fresh) throw new Error('an answer has one head')
    let head = answerHead(status, headers, passed, framing)
    const hasNone = status === 204 || status === 304
    this.#isSilent = this.#isHead || hasNone
    if (framing.contentLength >= 0) {
      // RFC 9110 §8.6: not with 204.
      if (status !== 204) head += `Content-Length: ${framing.contentLength}\r\n`
      this.#framing = counted
      this.#left = this.#isSilent ? 0 : framing.contentLength
    } else if (this.#isSilent) this.#framing = counted
    if (framing.closes) this.#keeps = false
    this.#head = framing.hasDate ? head : head + dateLine()
    this.#state = held
    this.#channel.flushLater(this)
  }

  write(chunk: Uint8Array): boolean {
    const isTaken = this.#write(chunk)
    if (!isTaken) this.#channel.stalled()
    return isTaken
  }

  end(chunk?: Uint8Array | string): void {
    if (this.#state === fresh) throw new Error('the body follows the head')
    if (this.#state >= ended) return
    const given = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : (chunk ?? nothing)
    if (this.#state === held && this.#framing === undecided) {
      this.#head += `Content-Length: ${given.byteLength}\r\n`
      this.#framing = counted
      this.#left = given.byteLength
    }
    const bytes = this.#ownPart(given)
    if (this.#left > 0) {
      this.#channel.cut(false)
      return
    }
    const before = this.#takeHead()
    if (this.#framing === chunked) {
      if (bytes.byteLength === 0) this.#send(`${before}0\r\n\r\n`, nothing, '')
      else this.#send(`${before}${bytes.byteLength.toString(16)}\r\n`, bytes, '\r\n0\r\n\r\n')
    } else this.#send(before, bytes, '')
    this.#state = ended
    this.#uncork()
    this.#channel.answered(this.#keeps && this.#framing !== untilClose)
  }

  destroy(): void {
    if (this.#state < ended) this.#channel.cut(this.#framing === untilClose && this.#state === sent)
  }

  onDrain(listener: () => void): void {
    this.#onDrain = both(this.#onDrain, listener)
  }

  onGone(listener: (refused: AppError | null) => void): void {
    this.#onGone = both(this.#onGone, listener)
  }

  /** Nothing ended it: whoever waits for a body that comes later sees the head now. */
  flush(): void {
    if (this.#state === held) {
      if (this.#framing === undecided) this.#framing = this.#minor === 1 ? chunked : untilClose
      this.#send(this.#takeHead(), nothing, '')
    }
    this.#uncork()
  }

  /** The connection takes more. */
  drained(): void {
    if (this.#state < ended) this.#onDrain?.()
  }

  /** The connection has closed, or closes because what came on it was refused. */
  leave(refused: AppError | null): void {
    if (this.#state >= ended) return
    this.#state = gone
    this.#onGone?.(refused)
  }

  #write(chunk: Uint8Array): boolean {
    if (this.#state === fresh) throw new Error('the body follows the head')
    if (this.#state >= ended) return true
    const own = this.#ownPart(chunk)
    if (own.byteLength === 0) return true
    const bytes = own.byteLength > copyMax ? Buffer.from(own) : own
    if (this.#state === held && this.#framing === undecided) {
      // What ends at once is one write with its end.
      if (this.#minor === 1) this.#cork()
      this.#framing = this.#minor === 1 ? chunked : untilClose
    }
    const before = this.#takeHead()
    if (this.#framing === chunked)
      return this.#send(`${before}${bytes.byteLength.toString(16)}\r\n`, bytes, '\r\n')
    return this.#send(before, bytes, '')
  }

  /** As much as the head announced. */
  #ownPart(chunk: Uint8Array): Uint8Array {
    if (this.#isSilent) return nothing
    if (this.#framing !== counted) return chunk
    const own = chunk.byteLength <= this.#left ? chunk : chunk.subarray(0, this.#left)
    this.#left -= own.byteLength
    return own
  }

  /** The head's text, once; afterwards nothing. */
  #takeHead(): string {
    if (this.#state !== held) return ''
    this.#state = sent
    if (!this.#channel.mayKeep || this.#framing === untilClose) this.#keeps = false
    const persistence = this.#keeps
      ? this.#minor === 1
        ? ''
        : 'Connection: keep-alive\r\n'
      : 'Connection: close\r\n'
    const encoding = this.#framing === chunked ? 'Transfer-Encoding: chunked\r\n' : ''
    const head = `${this.#head}${encoding}${persistence}\r\n`
    this.#head = ''
    return head
  }

  #send(before: string, bytes: Uint8Array, after: string): boolean {
    return writeAsOne(this.#channel.socket, before, bytes, after)
  }

  #cork(): void {
    this.#isCorked = true
    this.#channel.socket.cork()
  }

  #uncork(): void {
    if (!this.#isCorked) return
    this.#isCorked = false
    this.#channel.socket.uncork()
  }
}

const nothing = new Uint8Array(0)

function both<A extends unknown[]>(
  first: ((...told: A) => void) | null,
  second: (...told: A) => void,
): (...told: A) => void {
  if (first === null) return second
  return (...told) => {
    first(...told)
    second(...told)
  }
}
