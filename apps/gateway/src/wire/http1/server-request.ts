import type { Readable } from 'node:stream'
import type { RawHeaders } from '../../headers.ts'
import type { WireRequest } from '../server.ts'
import { HeaderLines } from '../header-lines.ts'
import { headerBlock } from './header-block.ts'
import { passingLines } from './passing-lines.ts'
import { requestHead } from './request-head.ts'

/** What a request knows of the connection it came by. */
export interface RequestOrigin {
  readonly remoteAddress: string
  readonly localPort: number
  readonly secure: boolean
  /** The body of `request`, as a stream. */
  bodyOf(request: ServerRequest): Readable
}

/**
 * A request as the pipeline sees it. Its headers are made when they are asked for, out of the text of its head; the
 * body becomes a stream only when somebody wants one.
 */
export class ServerRequest implements WireRequest {
  readonly method: string
  readonly target: string
  readonly version: string
  /** The whole body, when all of it came with the head. */
  wholeBody: Buffer | null
  readonly hasBody: boolean
  readonly headBytes: number
  readonly announcedBytes: number
  readonly #origin: RequestOrigin
  readonly #text: string
  readonly #headersAt: number
  #generation: number
  #headers: RawHeaders | null
  #body: Readable | null

  /** Of what `readRequestHead` read last, out of `text`. */
  constructor(origin: RequestOrigin, text: string) {
    this.method = requestHead.method
    this.target = requestHead.target
    this.version = requestHead.minor === 1 ? '1.1' : '1.0'
    this.wholeBody = null
    this.hasBody = headerBlock.isChunked || headerBlock.contentLength > 0
    this.headBytes = requestHead.end
    this.announcedBytes = Math.max(headerBlock.contentLength, 0)
    this.#origin = origin
    this.#text = text
    this.#headersAt = requestHead.headersAt
    this.#generation = headerBlock.generation
    this.#headers = null
    this.#body = null
  }

  get headers(): RawHeaders {
    this.#headers ??= this.#block().raw()
    return this.#headers
  }

  header(name: string): string | undefined {
    return this.#block().value(name)
  }

  lines(): HeaderLines {
    this.#block()
    return new HeaderLines([], passingLines.begin())
  }

  get body(): Readable | null {
    if (!this.hasBody) return null
    this.#body ??= this.#origin.bodyOf(this)
    return this.#body
  }

  get remoteAddress(): string {
    return this.#origin.remoteAddress
  }

  get localPort(): number {
    return this.#origin.localPort
  }

  get secure(): boolean {
    return this.#origin.secure
  }

  /** The block still holds this head, or is made to hold it again. */
  #block(): typeof headerBlock {
    if (headerBlock.generation !== this.#generation) {
      headerBlock.scan(this.#text, this.#headersAt)
      this.#generation = headerBlock.generation
    }
    return headerBlock
  }
}
