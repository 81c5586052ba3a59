import { randomUUID } from 'node:crypto'
import type { CacheUse } from '@penstock/bundle'
import type { ErrorPages } from '@penstock/errors'
import type { Recording } from './cache/recording.ts'
import type { CompiledRoute, CompiledStage } from './compiled-stage.ts'
import { extendedIdOf } from './extended-id.ts'
import type { Failure } from './failure.ts'
import { removeHeader } from './headers.ts'
import type { Inspector } from './inspection/inspector.ts'
import type { UpstreamAnswer } from './upstream/call-upstream.ts'
import type { SocketEvent } from './websocket/socket-event.ts'
import { ownMembers } from './own-members.ts'
import type { UpstreamCall, UpstreamRequest } from './wire/client.ts'
import { requestHeader, type WireRequest, type WireResponse, withHeaders } from './wire/server.ts'

const noOffsets: readonly number[] = []

/** What can be told that nobody waits for it any more. */
export interface Cancellable {
  cancel(): void
}

/**
 * One request from its first byte to its record. Every field is set in the constructor, so that all contexts share
 * one hidden class; what is costly to make is made on first use.
 */
export class RequestContext {
  /** As received, less what only the gateway may see. */
  request: WireRequest
  /** Where the answer goes: the client, or what is written down of it on its way there. */
  response: WireResponse
  readonly id: string
  /** Milliseconds since the epoch, and the monotonic clock. */
  readonly startedAt: number
  readonly started: number
  readonly host: string
  /** The target without its query, and the query without its `?`. */
  readonly targetPath: string
  readonly query: string

  /** The method that is routed: the client's, or what X-HTTP-Method-Override asks for. */
  method: string
  stage: CompiledStage | null
  /** For the `type` of the gateway's own errors. */
  errorPages: ErrorPages
  route: CompiledRoute | null
  offsets: readonly number[]
  /** Path below the stage, as it is matched and passed on; begins with one slash. */
  path: string
  /** Path as Amazon's clients see it in `requestContext.path`: stage included, doubled slashes kept. */
  contextPath: string
  /** What of the target's path addresses the stage (`/orders/dev`, `/dev` or nothing). */
  basePath: string

  /** What happened to a WebSocket; null for every HTTP request. */
  socket: SocketEvent | null

  /** The key that let the request in; null where none was asked for. */
  apiKey: { readonly id: string; readonly value: string } | null

  /** How the cache was of use; null where there is none. */
  cache: CacheUse | null
  /** Writes down the answer, for the cache. */
  recording: Recording | null

  status: number
  /** When the integration was called, by the monotonic clock; 0: not yet. */
  integrationAt: number
  integrationMs: number | null
  /** The call of a backend over HTTP, for whoever asks why it failed: the request, the last attempt, and how many there were. */
  upstreamRequest: UpstreamRequest | null
  upstreamCall: UpstreamCall | null
  attempts: number
  /** The targets of an upstream that were called, in this order; null where there are none. */
  tried: { readonly origin: string }[] | null
  /** The backend's whole answer, where one was collected. */
  upstreamAnswer: UpstreamAnswer | null
  failure: Failure | null
  finished: boolean
  /** The whole body, once something before the integration had to see it. */
  heldBody: Buffer | null
  /**
   * The call to the integration, while it may be cancelled: when the client goes away. An object and no function: V8 makes a
   * function that is written down where it is assigned to a property old at once, and with it all that it sees outlived every
   * collection but the full ones (bench:gateway, `latency`).
   */
  cancellable: Cancellable | null
  /** Writes down what happens; null for every request of a client. */
  readonly inspector: Inspector | null
  readonly #onFinished: (context: RequestContext) => void
  #trace: string | null

  constructor(
    request: WireRequest,
    response: WireResponse,
    onFinished: (context: RequestContext) => void,
    inspector: Inspector | null = null,
  ) {
    const cut = request.target.indexOf('?')
    this.request = request
    this.response = response
    this.id = randomUUID()
    response.requestId = this.id
    this.startedAt = Date.now()
    this.started = performance.now()
    this.host = requestHeader(request, 'host') ?? ''
    this.targetPath = cut < 0 ? request.target : request.target.slice(0, cut)
    this.query = cut < 0 ? '' : request.target.slice(cut + 1)
    this.method = request.method
    this.stage = null
    this.errorPages = null
    this.route = null
    this.offsets = noOffsets
    this.path = this.targetPath
    this.contextPath = this.targetPath
    this.basePath = ''
    this.socket = null
    this.apiKey = null
    this.cache = null
    this.recording = null
    this.status = 0
    this.integrationAt = 0
    this.integrationMs = null
    this.upstreamRequest = null
    this.upstreamCall = null
    this.attempts = 0
    this.tried = null
    this.upstreamAnswer = null
    this.failure = null
    this.finished = false
    this.heldBody = null
    this.cancellable = null
    this.inspector = inspector
    this.#onFinished = onFinished
    this.#trace = null
  }

  /** Hides a header from everything that follows; `name` in lower case. */
  dropHeader(name: string): void {
    const headers = [...this.request.headers]
    removeHeader(headers, name)
    this.request = withHeaders(this.request, headers)
  }

  /** Once, when the answer is complete or has been given up. */
  finish(): void {
    if (this.finished) return
    this.finished = true
    this.cancellable = null
    this.recording?.abandon()
    this.#onFinished(this)
  }

  /** Amazon's trace id: the client's, or a new root. */
  get trace(): string {
    this.#trace ??= requestHeader(this.request, 'x-amzn-trace-id') ?? newTrace(this.startedAt, this.id)
    return this.#trace
  }

  /** Amazon's second id of a request. */
  get extendedId(): string {
    return extendedIdOf(this.id)
  }

  /** One path parameter as it is in the path: nothing is percent-decoded. */
  pathParameter(name: string): string | undefined {
    const at = this.route === null ? -1 : this.route.parameterNames.indexOf(name)
    return at < 0 ? undefined : this.path.slice(this.offsets[at * 2], this.offsets[at * 2 + 1])
  }

  /** All of them. */
  get pathParameters(): Record<string, string> {
    const parameters = ownMembers<string>()
    const names = this.route?.parameterNames ?? []
    for (let i = 0; i < names.length; i++) {
      const name = names[i]
      if (name !== undefined) parameters[name] = this.path.slice(this.offsets[i * 2], this.offsets[i * 2 + 1])
    }
    return parameters
  }
}

/** Of the id's random digits: what is unique once need not be made random again. */
function newTrace(now: number, id: string): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0')
  return `Root=1-${seconds}-${id.slice(9, 13)}${id.slice(14, 18)}${id.slice(19, 23)}${id.slice(24)}`
}
