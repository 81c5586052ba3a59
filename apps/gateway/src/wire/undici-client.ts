import { PassThrough, Readable } from 'node:stream'
import { buildConnector, type Dispatcher, Pool } from 'undici'
import {
  type CallTrace,
  sentHeaders,
  type UpstreamCall,
  type UpstreamHandler,
  type UpstreamRequest,
  UpstreamTimeoutError,
  type WireClient,
  WireError,
} from './client.ts'
import { HeaderLines } from './header-lines.ts'
import type { ClientOptions } from './http-core.ts'
import { connectionsKey, type UpstreamTls } from './upstream-tls.ts'

/** Origins whose pools are kept; stage variables and path parameters can make many. */
const poolsMax = 512

/** The HTTP core behind on undici's connection pools, one per origin. */
export class UndiciClient implements WireClient {
  readonly #pools = new Map<string, Pool>()
  readonly #options: ClientOptions

  constructor(options: ClientOptions) {
    this.#options = options
  }

  send(request: UpstreamRequest, handler: UpstreamHandler): UpstreamCall {
    const call = new UndiciCall(request, handler)
    if (request.method === 'CONNECT') {
      // undici would open the tunnel.
      const error = new WireError('WIRE_REQUEST_INVALID', 'not to be sent: method "CONNECT"')
      process.nextTick(() => call.onError(error))
      return call
    }
    this.#pool(request.origin, request.tls).dispatch(
      {
        path: request.path,
        method: request.method as Dispatcher.HttpMethod,
        headers: sentHeaders(request),
        body: detached(request.body),
        headersTimeout: 0,
      },
      call,
    )
    return call
  }

  async close(): Promise<void> {
    const pools = [...this.#pools.values()]
    this.#pools.clear()
    await Promise.all(pools.map((pool) => pool.destroy()))
  }

  #pool(origin: string, tls: UpstreamTls): Pool {
    const key = connectionsKey(origin, tls)
    const known = this.#pools.get(key)
    if (known) return known
    const pool = new Pool(origin, {
      connections: this.#options.connections,
      pipelining: 1,
      keepAliveTimeout: 4_000,
      connect: this.#connector(tls),
    })
    if (this.#pools.size >= poolsMax) this.#retireOldest()
    this.#pools.set(key, pool)
    return pool
  }

  /** undici would expect the certificate of whatever a request names as its host, which may be another than the origin. */
  #connector({ options }: UpstreamTls): buildConnector.connector {
    const connect = buildConnector({ timeout: this.#options.connectTimeoutMs, ...options })
    return (to, done) => connect({ ...to, servername: options.servername ?? '' }, done)
  }

  #retireOldest(): void {
    const oldest = this.#pools.entries().next().value
    if (!oldest) return
    this.#pools.delete(oldest[0])
    // Graceful: calls under way finish. An error here means it was closed already.
    oldest[1].close().catch(() => undefined)
  }
}

/**
 * undici destroys the body of a call that fails, and destroying a server request destroys the client's connection:
 * the client would never see our answer. So a stream goes through one of our own.
 */
function detached(body: UpstreamRequest['body']): UpstreamRequest['body'] {
  if (!(body instanceof Readable)) return body
  const own = new PassThrough()
  own.on('error', () => body.unpipe(own))
  return body.pipe(own)
}

/**
 * undici's own handler form (onConnect, onHeaders, …) rather than the newer wrapper around it: it gives the raw header
 * lines with their casing, and spares an object of parsed headers per answer.
 */
class UndiciCall implements Dispatcher.DispatchHandler, UpstreamCall {
  readonly #handler: UpstreamHandler
  readonly #timer: NodeJS.Timeout
  #abort: ((error?: Error) => void) | null = null
  #resume: (() => void) | null = null
  #settled = false
  #reason: Error | null = null

  constructor(request: UpstreamRequest, handler: UpstreamHandler) {
    this.#handler = handler
    this.#timer = setTimeout(() => this.#timeOut(request.timeoutMs), request.timeoutMs)
  }

  resume(): void {
    this.#resume?.()
  }

  abort(): void {
    this.#settle()
    this.#cancel(new Error('cancelled'))
  }

  trace(): CallTrace {
    return unknown
  }

  onConnect(abort: (error?: Error) => void): void {
    this.#abort = abort
    if (this.#reason) abort(this.#reason)
  }

  onHeaders(status: number, headers: Buffer[], resume: () => void): boolean {
    if (status < 200 || this.#settled) return true
    clearTimeout(this.#timer)
    this.#resume = resume
    this.#handler.head(status, new HeaderLines(headers.map((part) => part.toString('latin1'))))
    return true
  }

  onData(chunk: Buffer): boolean {
    return this.#settled || this.#handler.data(chunk)
  }

  onComplete(): void {
    if (this.#settle()) this.#handler.end()
  }

  onError(error: Error): void {
    if (this.#settle()) this.#handler.error(error)
  }

  #timeOut(timeoutMs: number): void {
    const error = new UpstreamTimeoutError(`no answer within ${timeoutMs} ms`)
    if (this.#settle()) this.#handler.error(error)
    this.#cancel(error)
  }

  #cancel(reason: Error): void {
    this.#reason = reason
    this.#abort?.(reason)
  }

  #settle(): boolean {
    clearTimeout(this.#timer)
    if (this.#settled) return false
    this.#settled = true
    return true
  }
}

/** undici does not say. */
const unknown: CallTrace = { step: null, isReused: null, address: null, received: 0, start: '', broke: '' }
