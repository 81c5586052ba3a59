import { Failure } from '../failure.ts'
import { headerValue, type RawHeaders } from '../headers.ts'
import { withPassed } from '../wire/header-lines.ts'
import type { WireResponse } from '../wire/server.ts'

/**
 * Where the answer of a route's integration goes: it is kept, since a connection has no response to send it in. One that
 * is larger than a message may be is cut.
 */
export class SocketAnswer implements WireResponse {
  requestId = ''
  /** Settles when the answer is cut. */
  readonly whenCut: Promise<void>
  readonly #limit: number
  readonly #parts: Buffer[] = []
  #size = 0
  #head: { status: number; headers: RawHeaders } | null = null
  #failure: Failure | null = null
  #isWhole = false
  #settleCut: () => void = () => undefined

  constructor(limit: number) {
    this.#limit = limit
    this.whenCut = new Promise((resolve) => {
      this.#settleCut = resolve
    })
  }

  get headSent(): boolean {
    return this.#head !== null
  }

  get status(): number {
    return this.#head?.status ?? 0
  }

  get headers(): RawHeaders {
    return this.#head?.headers ?? []
  }

  /** Why it was cut. */
  get failure(): Failure | null {
    return this.#failure
  }

  get body(): Buffer {
    return Buffer.concat(this.#parts)
  }

  header(name: string): string | undefined {
    return headerValue(this.headers, name)
  }

  head(status: number, headers: RawHeaders, passed = ''): void {
    this.#head = { status, headers: withPassed(headers, passed) }
  }

  write(chunk: Uint8Array): boolean {
    if (this.#failure !== null) return true
    this.#size += chunk.byteLength
    if (this.#size > this.#limit) this.cut(tooLarge(this.#limit))
    else this.#parts.push(Buffer.from(chunk))
    return true
  }

  flush(): void {}

  end(chunk?: Uint8Array | string): void {
    if (chunk !== undefined) this.write(Buffer.from(chunk))
    this.#isWhole = true
  }

  /** Takes no more of it, unless it is whole. */
  cut(failure: Failure): void {
    if (this.#isWhole || this.#failure !== null) return
    this.#failure = failure
    this.destroy()
    this.#settleCut()
  }

  /** What came of an answer that broke off is not sent. */
  destroy(): void {
    this.#parts.length = 0
  }

  onDrain(): void {}

  /** Who runs the route knows. */
  onGone(): void {}
}

function tooLarge(limit: number): Failure {
  return new Failure('UPSTREAM_TOO_LARGE', {
    phase: 'integration response',
    reason: `the answer exceeds the ${limit} bytes of a message`,
    params: { limit: `${Math.round(limit / 1024)} KB` },
  })
}
