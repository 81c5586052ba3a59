import type { UpstreamCall, UpstreamHandler, UpstreamRequest, WireClient } from '../client.ts'
import { WireError } from '../client.ts'
import type { ClientOptions } from '../http-core.ts'
import { connectionsKey, type UpstreamTls } from '../upstream-tls.ts'
import { OriginPool, type PoolOptions } from './origin-pool.ts'
import { type OutgoingHead, outgoingHead } from './outgoing-head.ts'
import { Ticker } from './ticker.ts'
import { Http1Call } from './upstream-call.ts'

/** Origins whose pools are kept; stage variables and path parameters can make many. */
const poolsMax = 512

const limits = { maxHeaderBytes: 64 * 1024, idleMs: 4_000, stallMs: 300_000 }

const tickMs = 25

/** The HTTP core behind on our own codec: HTTP/1.1 over node:net and node:tls, one pool per origin. */
export class Http1Client implements WireClient {
  readonly #pools = new Map<string, OriginPool>()
  /** Pools that were given up and have calls under way still. */
  readonly #retired = new Set<OriginPool>()
  readonly #options: PoolOptions
  readonly #ticker: Ticker
  #isClosed = false

  constructor(options: ClientOptions) {
    this.#options = { ...limits, ...options }
    this.#ticker = new Ticker(tickMs, (now) => this.#tick(now))
  }

  send(request: UpstreamRequest, handler: UpstreamHandler): UpstreamCall {
    let pool: OriginPool
    let head: OutgoingHead
    try {
      if (this.#isClosed) throw new WireError('WIRE_CLOSED', 'the client is closed')
      pool = this.#pool(request.origin, request.tls)
      head = outgoingHead(request, pool.host)
    } catch (error) {
      const call = new Http1Call(request, unsent, handler, 0)
      process.nextTick(() => call.fail(error as Error))
      return call
    }
    this.#ticker.start()
    const call = new Http1Call(request, head, handler, this.#ticker.after(request.timeoutMs))
    pool.dispatch(call)
    return call
  }

  close(): Promise<void> {
    this.#isClosed = true
    this.#ticker.stop()
    for (const pool of [...this.#pools.values(), ...this.#retired]) pool.destroy()
    this.#pools.clear()
    this.#retired.clear()
    return Promise.resolve()
  }

  #pool(origin: string, tls: UpstreamTls): OriginPool {
    const key = connectionsKey(origin, tls)
    const known = this.#pools.get(key)
    if (known) return known
    const pool = new OriginPool(origin, tls, this.#options, this.#ticker)
    if (this.#pools.size >= poolsMax) this.#retireOldest()
    this.#pools.set(key, pool)
    return pool
  }

  #retireOldest(): void {
    const oldest = this.#pools.entries().next().value
    if (!oldest) return
    this.#pools.delete(oldest[0])
    this.#retired.add(oldest[1])
    oldest[1].retire()
  }

  #tick(now: number): void {
    let isAtRest = true
    for (const pool of this.#pools.values()) {
      pool.tick(now)
      isAtRest &&= pool.isEmpty
    }
    for (const pool of this.#retired) {
      pool.tick(now)
      if (pool.isEmpty) this.#retired.delete(pool)
      else isAtRest = false
    }
    if (isAtRest) this.#ticker.stop()
  }
}

const unsent: OutgoingHead = { text: '', contentLength: 0 }
