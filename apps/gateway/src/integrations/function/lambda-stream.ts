import { type EventMessage, EventStreamError, EventStreamReader } from '../../aws/event-stream.ts'
import { Failure, toFailure } from '../../failure.ts'
import type { RawHeaders } from '../../headers.ts'
import type { RequestContext } from '../../request-context.ts'
import { Call } from '../../upstream/call-upstream.ts'
import { classifyUpstreamError } from '../../upstream/classify-error.ts'
import type { UpstreamRequest, WireClient } from '../../wire/client.ts'
import type { HeaderLines } from '../../wire/header-lines.ts'
import type { Outcome, StreamSink } from './invocation.ts'
import type { LambdaArn } from './lambda-arn.ts'
import { failedOutcome, refused } from './lambda-outcome.ts'
import { lateFailure } from './late-failure.ts'

interface LambdaCall {
  readonly client: WireClient
  readonly request: UpstreamRequest
  readonly lambda: LambdaArn
  readonly sink: StreamSink
}

/** What is read of a refusal. */
const refusalBytesMax = 64 * 1024

/**
 * One call of InvokeWithResponseStream. Of its event stream the payload of each `PayloadChunk` goes to the sink, and
 * `InvokeComplete` says how it ended: a stream that breaks off without it is no whole answer.
 */
export class LambdaStream extends Call<Outcome | null> {
  readonly #lambda: LambdaArn
  readonly #sink: StreamSink
  readonly #events = new EventStreamReader()
  #status = 0
  #headers: RawHeaders = []
  /** Of a refusal. */
  #body: Buffer = Buffer.alloc(0)
  #isOver = false
  #late: NodeJS.Timeout | undefined

  constructor(context: RequestContext, { client, request, lambda, sink }: LambdaCall) {
    super(context, client, request)
    this.#lambda = lambda
    this.#sink = sink
  }

  /** The time of the request is for all of the answer, not for its head alone. */
  override begin(): Promise<Outcome | null> {
    const { timeoutMs } = this.request
    const answer = super.begin()
    const late = () => this.#drop(lateFailure(this.#lambda.name, timeoutMs))
    this.#late = setTimeout(late, timeoutMs)
    return answer.finally(() => clearTimeout(this.#late))
  }

  override cancel(): void {
    clearTimeout(this.#late)
    super.cancel()
  }

  data(chunk: Uint8Array): boolean {
    if (!this.#isTaken) {
      if (this.#body.length < refusalBytesMax) this.#body = Buffer.concat([this.#body, chunk])
      return true
    }
    let takesMore = true
    try {
      for (const message of this.#events.add(chunk)) takesMore = this.#on(message) && takesMore
    } catch (thrown) {
      this.#drop(thrown instanceof EventStreamError ? unreadable(this.#lambda, thrown.message) : thrown)
    }
    return takesMore
  }

  end(): void {
    if (this.#isTaken) this.#fail(unreadable(this.#lambda, 'it ended without InvokeComplete'))
    else this.#fail(refused(this.#lambda, { status: this.#status, headers: this.#headers, body: this.#body }))
  }

  protected answered(status: number, headers: HeaderLines): void {
    this.#status = status
    this.#headers = headers.raw()
    this.#sink.onDrain(() => this.resume())
  }

  protected broke(error: Error): void {
    this.#fail(classifyUpstreamError(error, { ...this.sent, answered: this.#status !== 0 }))
  }

  /** Nothing more of it is wanted. */
  #drop(reason: unknown): void {
    if (!this.#isOver) this.cancel()
    this.#fail(reason)
  }

  #fail(reason: unknown): void {
    if (this.#isOver) return
    this.#isOver = true
    this.reject(toFailure(reason, 'integration response'))
  }

  get #isTaken(): boolean {
    return this.#status >= 200 && this.#status <= 299
  }

  #on({ headers, payload }: EventMessage): boolean {
    if (this.#isOver) return true
    const text = () => Buffer.from(payload).toString('utf8')
    switch (headers.get(':message-type')) {
      case 'event':
        if (headers.get(':event-type') === 'PayloadChunk') return this.#sink.data(payload)
        if (headers.get(':event-type') === 'InvokeComplete') this.#complete(text())
        return true
      case 'exception':
        this.#drop(brokenOff(this.#lambda, headers.get(':exception-type'), text()))
        return true
      case 'error':
        this.#drop(brokenOff(this.#lambda, headers.get(':error-code'), headers.get(':error-message') ?? ''))
        return true
      default:
        // Something newer, that nothing depends on.
        return true
    }
  }

  #complete(json: string): void {
    const { ErrorCode: code, ErrorDetails: details } = this.#parsed(json)
    const failed = typeof code === 'string' && code !== ''
    if (!failed) this.#sink.end()
    this.#isOver = true
    const said = typeof details === 'string' ? details : ''
    this.resolve(failed ? failedOutcome(this.#lambda, code, said) : null)
  }

  #parsed(json: string): Record<string, unknown> {
    try {
      return (JSON.parse(json === '' ? '{}' : json) ?? {}) as Record<string, unknown>
    } catch {
      throw unreadable(this.#lambda, 'its InvokeComplete is not JSON')
    }
  }
}

function unreadable({ name }: LambdaArn, why: string): Failure {
  return new Failure('FUNCTION_STREAM_UNREADABLE', {
    phase: 'integration',
    reason: `what came from Lambda as the answer of ${name} could not be read: ${why}`,
  })
}

/** An error of Lambda's own after it had begun to answer. */
function brokenOff({ name }: LambdaArn, type = 'an error', message: string): Failure {
  return new Failure('FUNCTION_REJECTED', {
    phase: 'integration',
    reason: `Lambda broke off the answer of ${name}: ${type}: ${message.slice(0, 500)}`,
  })
}
