import type { Inspection } from '@penstock/bundle'
import type { RawHeaders } from '../headers.ts'
import { withPassed } from '../wire/header-lines.ts'
import type { WireResponse } from '../wire/server.ts'
import { BodyRecorder } from './excerpt.ts'
import { pairs } from './header-pairs.ts'

/** Where the answer to an inspected request goes: it is kept instead of sent, up to a limit. */
export class MemoryResponse implements WireResponse {
  requestId = ''
  readonly #body: BodyRecorder
  readonly #onHead: (status: number, headers: [string, string][]) => void
  readonly #onFull: () => void
  #head: { status: number; headers: [string, string][] } | null = null
  #gone: ((refused: null) => void) | null = null

  /** `onFull`: more came than is kept, and nobody needs the rest. */
  constructor(
    limit: number,
    onHead: (status: number, headers: [string, string][]) => void,
    onFull: () => void,
  ) {
    this.#body = new BodyRecorder(limit)
    this.#onHead = onHead
    this.#onFull = onFull
  }

  get headSent(): boolean {
    return this.#head !== null
  }

  head(status: number, headers: RawHeaders, passed = ''): void {
    this.#head = { status, headers: pairs(withPassed(headers, passed)) }
    this.#onHead(status, this.#head.headers)
  }

  write(chunk: Uint8Array): boolean {
    this.#body.add(chunk)
    if (this.#body.isFull) this.#onFull()
    return true
  }

  flush(): void {}

  end(chunk?: Uint8Array | string): void {
    if (chunk !== undefined) this.#body.add(Buffer.from(chunk))
    this.#body.end()
  }

  /** The answer broke off; what came of it is kept as not whole. */
  destroy(): void {}

  onDrain(): void {}

  onGone(listener: (refused: null) => void): void {
    this.#gone = listener
  }

  /** Whoever asked does not wait any longer. */
  leave(): void {
    this.#gone?.(null)
  }

  get answer(): Inspection['answer'] {
    return this.#head === null ? null : { ...this.#head, body: this.#body.excerpt() }
  }
}
