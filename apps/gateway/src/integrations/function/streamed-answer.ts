import { beginAnswer, mayHaveBody } from '../../answer.ts'
import { pairs } from '../../inspection/header-pairs.ts'
import type { RequestContext } from '../../request-context.ts'
import { HeaderLines } from '../../wire/header-lines.ts'
import type { StreamSink } from './invocation.ts'
import { streamedHead } from './proxy-answer.ts'
import { StreamHead } from './stream-head.ts'

/**
 * What a streaming function writes, sent to the client as it comes: whoever is slower holds the other up, and nothing but
 * the head is collected.
 */
export class StreamedAnswer implements StreamSink {
  readonly #context: RequestContext
  #head: StreamHead | null = new StreamHead()
  #isSilent = false
  #sent = 0
  #onDrain: () => void = () => undefined

  constructor(context: RequestContext) {
    this.#context = context
  }

  get hasBegun(): boolean {
    return this.#head === null
  }

  /** Bytes of the body. */
  get sent(): number {
    return this.#sent
  }

  data(chunk: Uint8Array): boolean {
    if (this.#head === null) return this.#write(chunk)
    const found = this.#head.add(chunk)
    if (found === null) return true
    this.#begin(found.json)
    if (found.body.length > 0) return this.#write(found.body)
    // What follows may take long.
    this.#context.response.flush()
    return true
  }

  end(): void {
    if (this.#head !== null) throw this.#head.missing
    const context = this.#context
    if (context.finished) return
    context.response.end()
    context.finish()
  }

  onDrain(listener: () => void): void {
    this.#onDrain = listener
  }

  #begin(json: string): void {
    const context = this.#context
    const { stage, response, request } = context
    context.inspector?.enter('integration response')
    const { status, headers } = streamedHead(json, stage?.dialect.name === 'http')
    this.#head = null
    if (context.finished) return
    context.inspector?.gave({ status, headers: pairs(headers) })
    context.integrationMs = performance.now() - context.integrationAt
    this.#isSilent = request.method === 'HEAD' || !mayHaveBody(status)
    beginAnswer(context, status, new HeaderLines(headers), 'traced')
    response.onDrain(() => this.#onDrain())
  }

  #write(chunk: Uint8Array): boolean {
    if (this.#isSilent || this.#context.finished) return true
    this.#sent += chunk.byteLength
    return this.#context.response.write(chunk)
  }
}
