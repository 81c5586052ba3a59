import { headerValue, type RawHeaders } from '../headers.ts'
import type { WireResponse } from '../wire/server.ts'

/** Where the answer of a route's integration goes: it is kept, since a connection has no response to send it in. */
export class SocketAnswer implements WireResponse {
  readonly #limit: number
  readonly #parts: Buffer[] = []
  #size = 0
  #head: { status: number; headers: RawHeaders } | null = null

  constructor(limit: number) {
    this.#limit = limit
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

  get isTooLarge(): boolean {
    return this.#size > this.#limit
  }

  get body(): Buffer {
    return Buffer.concat(this.#parts)
  }

  header(name: string): string | undefined {
    return headerValue(this.headers, name)
  }

  head(status: number, headers: RawHeaders): void {
    this.#head = { status, headers }
  }

  write(chunk: Uint8Array): boolean {
    this.#size += chunk.byteLength
    if (!this.isTooLarge) this.#parts.push(Buffer.from(chunk))
    return true
  }

  end(chunk?: Uint8Array | string): void {
    if (chunk !== undefined) this.write(Buffer.from(chunk))
  }

  /** What came of an answer that broke off is not sent. */
  destroy(): void {
    this.#parts.length = 0
  }

  onDrain(): void {}

  /** An integration hears its message to the end, whoever has gone meanwhile. */
  onGone(): void {}
}
