import type { BodySink } from './body-reader.ts'
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
  #held: Buffer[]
  #heldBytes: number
  #stream: RequestBody | null
  #drops: boolean
  #dropped: number
  #isExpected: boolean

  constructor(channel: BodyChannel) {
    this.#channel = channel
    this.#held = []
    this.#heldBytes = 0
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
    this.#drops = false
    this.#dropped = 0
    this.#isExpected = isExpected
  }

  /** All of it, which is there. */
  takeWhole(): Buffer {
    const [first] = this.#held
    const whole = this.#held.length === 1 && first !== undefined ? first : Buffer.concat(this.#held)
    this.#release()
    return whole
  }

  /** For the first who asks; `isComplete` when its last part is there. */
  asStream(isComplete: boolean): RequestBody {
    if (this.#drops) return new RequestBody(noSource).destroy()
    const stream = new RequestBody(this)
    this.#stream = stream
    for (const part of this.#held) stream.push(part)
    this.#release()
    if (isComplete) stream.push(null)
    return stream
  }

  bodyPart(chunk: Buffer, from: number, to: number): void {
    // It sends without having been told to.
    this.#isExpected = false
    if (this.#drops) return this.drop(to - from)
    const part = Buffer.from(chunk.subarray(from, to))
    if (this.#stream !== null) {
      if (!this.#stream.push(part)) this.#channel.pauseBody()
      return
    }
    this.#held.push(part)
    this.#heldBytes += part.length
    if (this.#heldBytes >= heldMax) this.#channel.pauseBody()
  }

  /** Its last part has come. */
  complete(): void {
    this.#stream?.push(null)
  }

  /** It is complete and its request answered: what nobody took of it must not become another's. */
  forget(): void {
    this.#stream = null
    this.#release()
  }

  /** Whoever reads it learns that no more of it comes; what comes is dropped. */
  end(error: Error | null): void {
    const stream = this.#stream
    this.#stream = null
    this.#drops = true
    this.#release()
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
    this.#channel.resumeBody()
  }

  dropBody(stream: RequestBody): void {
    if (stream !== this.#stream) return
    this.#drops = true
    this.#channel.resumeBody()
  }

  #release(): void {
    if (this.#held.length === 0) return
    this.#held = []
    this.#heldBytes = 0
  }
}

/** A body that is there already, as a stream. */
export function streamOf(whole: Buffer): RequestBody {
  const stream = new RequestBody(noSource)
  stream.push(whole)
  stream.push(null)
  return stream
}
