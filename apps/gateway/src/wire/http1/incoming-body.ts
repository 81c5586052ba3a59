import type { BodySink } from './body-reader.ts'
import { GrowingBytes } from './growing-bytes.ts'
import { type BodySource, noSource, RequestBody } from './request-body.ts'

/** The connection, as the body that comes by it sees it. */
export interface BodyChannel {
  /** Reads no more until `resumeBody`. */
  pauseBody(): void
  resumeBody(): void
  /** Has the client send the body that it holds back. */
  sendContinue(): void
  /** More was dropped than a client may make us read for nothing. */
  droppedTooMuch(): void
}

/** What is held of a body that nobody reads yet. */
const heldMax = 64 * 1024
/** What is read and dropped of a body that nobody wanted, so that the client comes to read its answer. */
const droppedMax = 16 * 1024 * 1024

/**
 * The bodies of a connection's requests, one after the other: held until somebody asks, streamed when somebody does,
 * dropped once nobody will.
 */
export class IncomingBody implements BodySink, BodySource {
  readonly #channel: BodyChannel
  readonly #held: GrowingBytes
  #isComplete: boolean
  #stream: RequestBody | null
  #drops: boolean
  #dropped: number
  #isExpected: boolean

  constructor(channel: BodyChannel) {
    this.#channel = channel
    this.#held = new GrowingBytes()
    this.#isComplete = false
    this.#stream = null
    this.#drops = false
    this.#dropped = 0
    this.#isExpected = false
  }

  /** The client waits for `100 Continue` before it sends. */
  get isExpected(): boolean {
    return this.#isExpected
  }

  begin(isExpected: boolean): void {
    this.forget()
    this.#isComplete = false
    this.#drops = false
    this.#dropped = 0
    this.#isExpected = isExpected
  }

  /** All of it, which is there. */
  takeWhole(): Buffer {
    this.#isExpected = false
    return this.#held.take()
  }

  /** For the first who asks. */
  asStream(): RequestBody {
    if (this.#drops) return new RequestBody(noSource).destroy()
    this.#stream = new RequestBody(this)
    return this.#stream
  }

  bodyPart(chunk: Buffer, from: number, to: number): void {
    // It sends without having been told to.
    this.#isExpected = false
    if (this.#drops) return this.drop(to - from)
    if (this.#held.length === 0 && this.#stream?.wants)
      return this.#stream.give(Buffer.from(chunk.subarray(from, to)))
    this.#held.add(chunk, from, to)
    if (this.#held.length >= heldMax) this.#channel.pauseBody()
  }

  /** Its last part has come. */
  complete(): void {
    this.#isComplete = true
    this.#isExpected = false
    if (this.#held.length === 0) this.#stream?.push(null)
  }

  /** It is complete and its request answered: what nobody took of it must not become another's. */
  forget(): void {
    const stream = this.#stream
    this.#stream = null
    // Whoever asked for it may read on.
    if (stream !== null && this.#held.length > 0) {
      stream.give(this.#held.take())
      stream.push(null)
    }
    this.#held.clear()
  }

  /** Whoever reads it learns that no more of it comes; what comes is dropped. */
  end(error: Error | null): void {
    const stream = this.#stream
    this.#stream = null
    this.#drops = true
    this.#held.clear()
    if (stream !== null && !stream.readableEnded) stream.destroy(error ?? undefined)
    this.#channel.resumeBody()
  }

  drop(bytes: number): void {
    this.#dropped += bytes
    if (this.#dropped > droppedMax) this.#channel.droppedTooMuch()
  }

  wantBody(stream: RequestBody): void {
    if (stream !== this.#stream) return
    if (this.#isExpected) {
      this.#isExpected = false
      this.#channel.sendContinue()
    }
    if (this.#held.length > 0) stream.give(this.#held.take())
    if (this.#isComplete) stream.push(null)
    this.#channel.resumeBody()
  }

  dropBody(stream: RequestBody): void {
    if (stream !== this.#stream) return
    this.#drops = true
    this.#held.clear()
    this.#channel.resumeBody()
  }
}

/** A body that is there already, as a stream. */
export function streamOf(whole: Buffer): RequestBody {
  const stream = new RequestBody(noSource)
  stream.push(whole)
  stream.push(null)
  return stream
}
