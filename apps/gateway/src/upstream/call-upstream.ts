import { type AnswerKind, beginAnswer } from '../answer.ts'
import { Failure } from '../failure.ts'
import type { RawHeaders } from '../headers.ts'
import { sizeText } from '../limits/too-large.ts'
import type { Cancellable, RequestContext } from '../request-context.ts'
import type { UpstreamCall, UpstreamHandler, UpstreamRequest, WireClient } from '../wire/client.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import { classifyUpstreamError, mayRetry } from './classify-error.ts'

export interface UpstreamAnswer {
  readonly status: number
  readonly headers: RawHeaders
  readonly body: Buffer
}

/**
 * Streams the upstream's answer to the client: whoever is slower holds the other up, nothing is collected. Rejects
 * with a Failure while the client has seen nothing; after that a broken answer breaks the client's connection, for a
 * cut answer must not look whole.
 */
export function proxyAnswer(
  context: RequestContext,
  client: WireClient,
  request: UpstreamRequest,
  kind: AnswerKind,
): Promise<void> {
  return new ProxiedCall(context, client, request, kind).begin()
}

/** The upstream's whole answer, up to what the stage holds of one. Rejects with a Failure. */
export function collectAnswer(
  context: RequestContext,
  client: WireClient,
  request: UpstreamRequest,
): Promise<UpstreamAnswer> {
  return new CollectedCall(context, client, request).begin()
}

/**
 * One call, sent a second time where that is safe, cancelled when the client goes away. One object for all of it: closures
 * would be a tenth of what a proxied request allocates.
 */
export abstract class Call<T> implements UpstreamHandler, Cancellable {
  protected readonly context: RequestContext
  protected readonly request: UpstreamRequest
  protected resolve: (value: T) => void = () => undefined
  protected reject: (failure: Failure) => void = () => undefined
  readonly #client: WireClient
  #call: UpstreamCall | null = null

  constructor(context: RequestContext, client: WireClient, request: UpstreamRequest) {
    this.context = context
    this.request = request
    this.#client = client
  }

  begin(): Promise<T> {
    const { context, request } = this
    context.inspector?.callsUpstream(request)
    context.integrationAt = performance.now()
    context.upstreamRequest = request
    return new Promise<T>((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
      context.cancellable = this
      this.#attempt()
    })
  }

  /** The request as it went to the last target. */
  protected get sent(): UpstreamRequest {
    return this.context.upstreamRequest ?? this.request
  }

  cancel(): void {
    this.#call?.abort()
  }

  head(status: number, headers: HeaderLines): void {
    this.context.integrationMs = performance.now() - this.context.integrationAt
    this.answered(status, headers)
  }

  abstract data(chunk: Uint8Array): boolean

  abstract end(): void

  error(error: Error): void {
    this.context.integrationMs ??= performance.now() - this.context.integrationAt
    this.broke(error)
  }

  resume(): void {
    this.#call?.resume()
  }

  protected abstract answered(status: number, headers: HeaderLines): void

  protected abstract broke(error: Error): void

  /** Tries once more, or is over. */
  protected settle(failure: Failure): void {
    const { context, request } = this
    const again =
      context.attempts === 1 &&
      context.cancellable !== null &&
      mayRetry(failure, request.method, request.body !== null)
    if (again) this.#attempt()
    else this.reject(failure)
  }

  #attempt(): void {
    const { context } = this
    context.attempts += 1
    context.integrationMs = null
    const handler = context.inspector === null ? this : context.inspector.listen(this)
    this.#call = this.#client.send(this.request, handler)
    context.upstreamCall = this.#call
  }
}

class ProxiedCall extends Call<void> {
  readonly #kind: AnswerKind

  constructor(context: RequestContext, client: WireClient, request: UpstreamRequest, kind: AnswerKind) {
    super(context, client, request)
    this.#kind = kind
  }

  data(chunk: Uint8Array): boolean {
    return this.context.response.write(chunk)
  }

  end(): void {
    this.context.response.end()
    this.context.finish()
    this.resolve()
  }

  protected answered(status: number, headers: HeaderLines): void {
    const { context, request } = this
    const { stage, response } = context
    stage?.dialect.proxyHeaders(headers)
    if (status === 204) headers.remove('content-length')
    // The answer to a HEAD announces a body that never comes; a client that asked otherwise would wait for it.
    if (request.method === 'HEAD' && context.request.method !== 'HEAD') {
      headers.remove('content-length')
      headers.remove('transfer-encoding')
    }
    beginAnswer(context, status, headers, this.#kind)
    response.onDrain(() => this.resume())
  }

  protected broke(error: Error): void {
    const { context } = this
    const { response } = context
    const failure = classifyUpstreamError(error, { ...this.sent, answered: response.headSent })
    if (!response.headSent) return this.settle(failure)
    context.failure = failure
    response.destroy()
    context.finish()
    this.resolve()
  }
}

class CollectedCall extends Call<UpstreamAnswer> {
  readonly #limit: number
  readonly #parts: Uint8Array[] = []
  #status = 0
  #headers: RawHeaders = []
  #size = 0

  constructor(context: RequestContext, client: WireClient, request: UpstreamRequest) {
    super(context, client, request)
    this.#limit = context.stage?.limits.responseBytes ?? 0
  }

  data(chunk: Uint8Array): boolean {
    this.#size += chunk.byteLength
    if (this.#size <= this.#limit) this.#parts.push(Buffer.from(chunk))
    else {
      this.cancel()
      const reason = `${this.sent.origin}: the answer exceeds ${this.#limit} bytes`
      const params = { limit: sizeText(this.#limit) }
      this.settle(new Failure('UPSTREAM_TOO_LARGE', { phase: 'integration', reason, params }))
    }
    return true
  }

  end(): void {
    const body = Buffer.concat(this.#parts, this.#size)
    const answered = { status: this.#status, headers: this.#headers, body }
    this.context.upstreamAnswer = answered
    this.resolve(answered)
  }

  protected answered(status: number, headers: HeaderLines): void {
    this.#status = status
    this.#headers = headers.raw()
  }

  protected broke(error: Error): void {
    this.settle(classifyUpstreamError(error, { ...this.sent, answered: this.#status !== 0 }))
  }
}
