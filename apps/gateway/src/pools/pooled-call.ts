import type { RequestContext } from '../request-context.ts'
import type { CallTrace, UpstreamCall, UpstreamHandler, UpstreamRequest, WireClient } from '../wire/client.ts'
import type { HeaderLines } from '../wire/header-lines.ts'
import { blamesTarget, isRepeatable, maySendAgain } from './may-send-again.ts'
import type { Member } from './member.ts'
import type { Pool } from './pool.ts'

/**
 * A call to one target of a pool, and to others where that fails and may be sent again, within the time of the call. Its
 * handler hears of the last alone.
 */
export class PooledCall implements UpstreamCall, UpstreamHandler {
  readonly #context: RequestContext
  readonly #client: WireClient
  readonly #pool: Pool
  readonly #key: string
  readonly #request: UpstreamRequest
  readonly #handler: UpstreamHandler
  readonly #deadline: number
  readonly #tried: Member[] = []
  /** Whom the call is under way to. */
  #member: Member | null = null
  #call: UpstreamCall | null = null
  #status = 0
  /** This try shows whether its target stands again. */
  #isTrial = false

  constructor(
    context: RequestContext,
    client: WireClient,
    pool: Pool,
    key: string,
    request: UpstreamRequest,
    handler: UpstreamHandler,
  ) {
    this.#context = context
    this.#client = client
    this.#pool = pool
    this.#key = key
    this.#request = named(request)
    this.#handler = handler
    this.#deadline = performance.now() + request.timeoutMs
    const first = pool.next([], key)
    if (first === null) throw new Error(`upstream ${pool.rules.name} has no targets`)
    this.#try(first)
  }

  head(status: number, headers: HeaderLines): void {
    const { retryStatuses } = this.#pool.rules
    const next = retryStatuses?.includes(status) && isRepeatable(this.#request) ? this.#next() : null
    if (next !== null) {
      const call = this.#call
      this.#over(true, `answered ${status}`)
      call?.abort()
      return this.#try(next)
    }
    this.#status = status
    // An answer may last for hours, and others wait for what the trial shows.
    if (this.#isTrial) this.#judge(status >= 500)
    this.#handler.head(status, headers)
  }

  data(chunk: Uint8Array): boolean {
    return this.#handler.data(chunk)
  }

  end(): void {
    this.#over(this.#status >= 500, `answered ${this.#status}`)
    this.#handler.end()
  }

  error(error: Error): void {
    const again = this.#status === 0 && maySendAgain(this.#request, error, this.trace())
    const next = again ? this.#next() : null
    this.#over(blamesTarget(error) ? true : null, error.message)
    if (next === null) this.#handler.error(error)
    else this.#try(next)
  }

  resume(): void {
    this.#call?.resume()
  }

  abort(): void {
    this.#over(null, '')
    this.#call?.abort()
  }

  trace(): CallTrace {
    return this.#call!.trace()
  }

  #next(): Member | null {
    const isOver = this.#tried.length > this.#pool.rules.retries || performance.now() >= this.#deadline
    return isOver ? null : this.#pool.next(this.#tried, this.#key)
  }

  #try(member: Member): void {
    const context = this.#context
    const left = Math.max(1, Math.ceil(this.#deadline - performance.now()))
    const timeoutMs = Math.min(left, this.#pool.rules.tryTimeoutMs ?? left)
    const request = { ...this.#request, origin: member.origin, timeoutMs }
    context.upstreamRequest = request
    context.inspector?.callsUpstream(request)
    if (this.#tried.length > 0) context.attempts += 1
    this.#tried.push(member)
    // The list itself where it is the first: a request makes none of its own.
    if (context.tried === null) context.tried = this.#tried
    else if (context.tried !== this.#tried) context.tried.push(member)
    this.#member = member
    this.#isTrial = this.#pool.begin(member)
    this.#call = this.#client.send(request, this)
  }

  #over(hasFailed: boolean | null, error: string): void {
    if (this.#member === null) return
    if (hasFailed) this.#member.target.lastError = error
    if (hasFailed !== null) this.#judge(hasFailed)
    this.#pool.end(this.#member, hasFailed, this.#isTrial)
    this.#member = null
  }

  #judge(hasFailed: boolean): void {
    this.#pool.judge(this.#member!, hasFailed, this.#isTrial)
    this.#isTrial = false
  }
}

/** The service keeps its name, whichever target is called. */
function named(request: UpstreamRequest): UpstreamRequest {
  const { headers, origin } = request
  for (let i = 0; i < headers.length; i += 2) if (headers[i]?.toLowerCase() === 'host') return request
  return { ...request, headers: ['Host', origin.slice(origin.indexOf('://') + 3), ...headers] }
}
