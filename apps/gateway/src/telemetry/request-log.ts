import type { Consumer, FailedCall, RequestBatch, RequestRecord } from '@penstock/bundle'
import type { RequestContext } from '../request-context.ts'
import { type Caller, callerOf } from './caller.ts'
import { createConsumers } from './consumer-of.ts'

export interface RequestLogOptions {
  readonly node: string
  /** Records that wait at most; beyond that they are counted and dropped, for traffic never waits for telemetry. */
  readonly bufferMax: number
  readonly batchMax: number
  readonly intervalMs: number
  /** Rejects when the control plane did not take the batch: with BatchRefused when it never will. */
  readonly send: (batch: RequestBatch) => Promise<void>
  /** The gateway token, once there is one: callers are told apart under a key that is made of it. */
  readonly token: () => Promise<string | null>
}

/** The control plane is there and cannot read the batch: it is of an older build, for which a node writes too much. */
export class BatchRefused extends Error {}

/** A record on its way. Who called is worked out when it is sent, off the way of requests. */
interface Waiting {
  readonly record: RequestRecord
  readonly caller: Caller
}

/** Recent requests on their way to the control plane, in batches. */
export class RequestLog {
  readonly #options: RequestLogOptions
  readonly #timer: NodeJS.Timeout
  #waiting: Waiting[] = []
  #consumers: ReturnType<typeof createConsumers> | null = null
  /** Since the last batch, and since the start. */
  #dropped = 0
  #droppedEver = 0
  #sending: Promise<void> | null = null

  constructor(options: RequestLogOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.flush(), options.intervalMs)
    this.#timer.unref()
  }

  get droppedEver(): number {
    return this.#droppedEver
  }

  /** `call`: how the integration was called, where that failed. */
  record(context: RequestContext, call: FailedCall | null = null): void {
    if (this.#waiting.length >= this.#options.bufferMax) {
      this.#dropped += 1
      this.#droppedEver += 1
      return
    }
    const record = recordOf(context, call)
    if (record) this.#waiting.push({ record, caller: callerOf(context) })
  }

  /**
   * Sends what waits, one batch at a time. A batch that fails goes back to the front, as far as there is room; one that is
   * refused is dropped, for those behind it would wait for ever.
   */
  flush(): Promise<void> {
    this.#sending ??= this.#drain().finally(() => {
      this.#sending = null
    })
    return this.#sending
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.flush()
  }

  async #drain(): Promise<void> {
    const { node, batchMax, bufferMax } = this.#options
    while (this.#waiting.length > 0) {
      const taken = this.#waiting.splice(0, batchMax)
      const dropped = this.#dropped
      this.#dropped = 0
      try {
        await this.#send({ node, dropped, requests: await this.#named(taken) })
      } catch (error) {
        if (error instanceof BatchRefused) {
          this.#dropped += dropped + taken.length
          this.#droppedEver += taken.length
          continue
        }
        // The control plane is away. Keep the newest that fit; the rest is counted, and told in the next batch.
        const room = Math.max(0, bufferMax - this.#waiting.length)
        const kept = room === 0 ? [] : taken.slice(-room)
        this.#dropped += dropped + taken.length - kept.length
        this.#droppedEver += taken.length - kept.length
        this.#waiting = [...kept, ...this.#waiting]
        return
      }
    }
  }

  /** A control plane of an older build takes the records as they were then. */
  async #send(batch: RequestBatch): Promise<void> {
    for (let age = 0; ; age++) {
      try {
        return await this.#options.send(asOf(batch, age))
      } catch (error) {
        if (!(error instanceof BatchRefused) || age === additions.length) throw error
      }
    }
  }

  async #named(taken: readonly Waiting[]): Promise<RequestRecord[]> {
    const token = this.#consumers === null ? await this.#options.token() : null
    if (token !== null) this.#consumers = createConsumers(token)
    const consumerOf = this.#consumers
    if (consumerOf === null) return taken.map(({ record }) => record)
    // Most requests of a batch are of a few callers. What they showed is forgotten with the batch.
    const known = new Map<string, Consumer>()
    return taken.map(({ record, caller }) => {
      const { apiKey, authorization, userAgent, address } = caller
      // No header has a line break in it.
      const shown = `${apiKey ?? ''}\n${authorization ?? ''}\n${userAgent ?? ''}\n${address}`
      let consumer = known.get(shown)
      if (consumer === undefined) known.set(shown, (consumer = consumerOf(caller)))
      return { ...record, consumer }
    })
  }
}

/** What builds have added to records, the latest first: a control plane of before refuses a batch that has it. */
const additions: readonly (readonly (keyof RequestRecord)[])[] = [
  ['cache'],
  ['targets'],
  ['canary'],
  ['integrationAtMs', 'call'],
  ['consumer'],
]

/** The batch as it was before so many of those. */
function asOf(batch: RequestBatch, age: number): RequestBatch {
  if (age === 0) return batch
  const added = new Set<string>(additions.slice(0, age).flat())
  const shorter = (record: RequestRecord) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !added.has(name))) as RequestRecord
  return { ...batch, requests: batch.requests.map(shorter) }
}

/** A request that addressed no API belongs to none, and is not recorded. */
function recordOf(context: RequestContext, call: FailedCall | null): RequestRecord | null {
  const { stage, route, failure } = context
  if (stage === null) return null
  const record: { -readonly [K in keyof RequestRecord]: RequestRecord[K] } = {
    id: context.id,
    at: context.startedAt,
    api: stage.slug,
    stage: stage.name,
    version: stage.version,
    method: context.request.method,
    path: context.socket?.routeKey ?? context.path,
    route: route?.source.id ?? null,
    status: context.status,
    durationMs: round(performance.now() - context.started),
    integrationMs: context.integrationMs === null ? null : round(context.integrationMs),
  }
  if (stage.side === 'canary') record.canary = true
  if (context.integrationAt !== 0) record.integrationAtMs = round(context.integrationAt - context.started)
  if (context.tried !== null) record.targets = context.tried.map(({ origin }) => origin)
  if (context.cache !== null) record.cache = context.cache
  if (failure) record.error = { code: failure.code, phase: failure.phase, cause: failure.reason }
  if (call !== null) record.call = call
  return record
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100
}
