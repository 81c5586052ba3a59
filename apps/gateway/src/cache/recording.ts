import type { AppError } from '@penstock/errors'
import type { AnswerKind } from '../answer.ts'
import type { RawHeaders } from '../headers.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import type { WireResponse } from '../wire/server.ts'
import { ignoredWarning } from './invalidation.ts'
import { answerBytesMax, bytesOf, type CachedAnswer } from './response-caches.ts'

/** What an answer is kept by: told its status and headers. */
export type Keeps = (status: number, headers: HeaderLines) => boolean

/**
 * An answer on its way to the client, written down as it goes by. `done` is told once: the whole answer when it is there, or
 * null as soon as it is known that it is not kept, so that nobody waits for the rest.
 */
export class Recording implements WireResponse {
  readonly #response: WireResponse
  readonly #keeps: Keeps
  readonly #warns: boolean
  readonly #done: (answer: CachedAnswer | null) => void
  #head: Omit<CachedAnswer, 'body'> | null = null
  #parts: Uint8Array[] = []
  #size = 0
  #isOver = false

  constructor(
    response: WireResponse,
    keeps: Keeps,
    warns: boolean,
    done: (answer: CachedAnswer | null) => void,
  ) {
    this.#response = response
    this.#keeps = keeps
    this.#warns = warns
    this.#done = done
  }

  /** The head before anything of this one request is added to it. */
  begins(status: number, headers: HeaderLines, kind: AnswerKind): void {
    if (kind === 'failure' || !this.#keeps(status, headers)) this.#over(null)
    else {
      const raw: RawHeaders = [...headers.raw()]
      this.#head = { status, headers: raw, kind }
      this.#size = bytesOf({ headers: raw, body: Buffer.alloc(0) })
      if (this.#size + (Number(headers.first('content-length')) || 0) > answerBytesMax) this.#over(null)
    }
    if (this.#warns) headers.set('Warning', ignoredWarning)
  }

  /** The request is over; without effect where the whole answer was there. */
  abandon(): void {
    this.#over(null)
  }

  get requestId(): string {
    return this.#response.requestId
  }

  set requestId(id: string) {
    this.#response.requestId = id
  }

  get headSent(): boolean {
    return this.#response.headSent
  }

  head(status: number, headers: RawHeaders, passed?: string): void {
    this.#response.head(status, headers, passed)
  }

  write(chunk: Uint8Array): boolean {
    this.#add(chunk)
    return this.#response.write(chunk)
  }

  flush(): void {
    this.#response.flush()
  }

  end(chunk?: Uint8Array | string): void {
    if (chunk !== undefined) this.#add(typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk)
    this.#over(this.#head && { ...this.#head, body: Buffer.concat(this.#parts) })
    this.#response.end(chunk)
  }

  destroy(): void {
    this.#over(null)
    this.#response.destroy()
  }

  onDrain(listener: () => void): void {
    this.#response.onDrain(listener)
  }

  onGone(listener: (refused: AppError | null) => void): void {
    this.#response.onGone(listener)
  }

  #add(chunk: Uint8Array): void {
    if (this.#isOver) return
    this.#size += chunk.byteLength
    if (this.#size > answerBytesMax) this.#over(null)
    // What is written is the wire's own memory, which it uses again.
    else this.#parts.push(Buffer.from(chunk))
  }

  #over(answer: CachedAnswer | null): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#parts = []
    this.#done(answer)
  }
}
