import type { FailedCall, RequestBatch, RequestRecord } from '@penstock/bundle'
import type { RequestContext } from '../request-context.ts'
import { type Caller, callerOf } from './caller.ts'
import { createConsumers } from './consumer-of.ts'
import { RecordBatch } from './record-batch.ts'

export interface RequestLogOptions {
  readonly node: string
  /** Records that wait at most; beyond that they are counted and dropped, for traffic never waits for telemetry. */
  readonly bufferMax: number
  readonly batchMax: number
  readonly intervalMs: number
  /** Sends a RequestBatch as JSON. Rejects when the control plane did not take it: with BatchRefused when it never will. */
  readonly send: (batch: Uint8Array<ArrayBuffer>) => Promise<void>
  /** The gateway token, once there is one: callers are told apart under a key that is made of it. */
  readonly token: () => Promise<string | null>
}

/** A batch that has as many bytes is sent by itself: the control plane takes 16 MiB. */
const batchBytes = 4 * 1024 * 1024
/** A batch that grew beyond it is given back. */
const spareBytes = 4 * 1024 * 1024
/** Of a path, and of a cause that may name it: clients send longer ones, and what waits is bounded by its number. */
const textMax = 4096

/** The control plane is there and cannot read the batch: it is of an older build, for which a node writes too much. */
export class BatchRefused extends Error {}

/** Recent requests on their way to the control plane, in batches. */
export class RequestLog {
  readonly #options: RequestLogOptions
  readonly #timer: NodeJS.Timeout
  /** Oldest first. Records are added to the last one until it is full, or sent. */
  #waiting: RecordBatch[] = []
  /** One that was sent: memory that is got anew for each is not given back before a full collection. */
  #spare: RecordBatch | null = null
  #size = 0
  /** Who called, by what they showed: most of what waits is of a few. */
  #callers = new Map<string, Caller>()
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
    if (this.#size >= this.#options.bufferMax) return this.#forget(1)
    const record = recordOf(context, call)
    if (record === null) return
    let batch = this.#waiting.at(-1)
    if (batch === undefined || batch.size >= this.#options.batchMax || batch.bytes >= batchBytes) {
      batch = this.#spare ?? new RecordBatch()
      this.#spare = null
      this.#waiting.push(batch)
    }
    // Who called is worked out when it is sent, off the way of requests.
    batch.add(JSON.stringify(record), this.#callerOf(context))
    this.#size += 1
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
    for (let batch = this.#waiting.shift(); batch !== undefined; batch = this.#waiting.shift()) {
      // What they showed is forgotten with what waits.
      this.#callers = new Map()
      this.#size -= batch.size
      const dropped = this.#dropped
      this.#dropped = 0
      try {
        await this.#send(dropped, batch)
        this.#rest(batch)
      } catch (error) {
        this.#dropped += dropped
        if (error instanceof BatchRefused) {
          this.#forget(batch.size)
          this.#rest(batch)
          continue
        }
        // The control plane is away. Keep the newest that fit; the rest is counted, and told in the next batch.
        const kept = Math.min(batch.size, this.#options.bufferMax - this.#size)
        this.#forget(batch.size - kept)
        batch.drop(batch.size - kept)
        if (kept > 0) this.#waiting.unshift(batch)
        this.#size += kept
        return
      }
    }
  }

  #rest(batch: RecordBatch): void {
    batch.clear()
    if (batch.memory <= spareBytes) this.#spare = batch
  }

  #forget(count: number): void {
    this.#dropped += count
    this.#droppedEver += count
  }

  /** A control plane of an older build takes the records as they were then. */
  async #send(dropped: number, batch: RecordBatch): Promise<void> {
    const { node, send } = this.#options
    const before = `{"node":${JSON.stringify(node)},"dropped":${dropped},"requests":`
    const bytes = batch.toBytes(before, await this.#consumerOf(), '}')
    for (let age = 0; ; age++) {
      try {
        return await send(age === 0 ? bytes : asOf(bytes, age))
      } catch (error) {
        if (!(error instanceof BatchRefused) || age === additions.length) throw error
      }
    }
  }

  #callerOf(context: RequestContext): Caller {
    const caller = callerOf(context)
    const { apiKey, authorization, userAgent, address } = caller
    // No header has a line break in it.
    const shown = `${apiKey ?? ''}\n${authorization ?? ''}\n${userAgent ?? ''}\n${address}`
    const known = this.#callers.get(shown)
    if (known === undefined) this.#callers.set(shown, caller)
    return known ?? caller
  }

  /** Tells callers apart as JSON; null while there is no gateway token. */
  async #consumerOf(): Promise<(caller: Caller) => string | null> {
    const token = this.#consumers === null ? await this.#options.token() : null
    if (token !== null) this.#consumers = createConsumers(token)
    const consumerOf = this.#consumers
    return (caller) => (consumerOf === null ? null : JSON.stringify(consumerOf(caller)))
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

/** A batch as it was before so many of those. */
function asOf(bytes: Buffer<ArrayBuffer>, age: number): Uint8Array<ArrayBuffer> {
  const added = new Set<string>(additions.slice(0, age).flat())
  const batch = JSON.parse(bytes.toString()) as RequestBatch
  const shorter = (record: RequestRecord) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => !added.has(name)))
  return Buffer.from(JSON.stringify({ ...batch, requests: batch.requests.map(shorter) }))
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
    path: cut(context.socket?.routeKey ?? context.path),
    route: route?.source.id ?? null,
    status: context.status,
    durationMs: round(performance.now() - context.started),
    integrationMs: context.integrationMs === null ? null : round(context.integrationMs),
  }
  if (stage.side === 'canary') record.canary = true
  if (context.integrationAt !== 0) record.integrationAtMs = round(context.integrationAt - context.started)
  if (context.tried !== null) record.targets = context.tried.map(({ origin }) => origin)
  if (context.cache !== null) record.cache = context.cache
  if (failure) record.error = { code: failure.code, phase: failure.phase, cause: cut(failure.reason) }
  if (call !== null) record.call = call
  return record
}

function cut(text: string): string {
  if (text.length <= textMax) return text
  // Half of a character is none: a database refuses it.
  const isHalf = (text.charCodeAt(textMax - 1) & 0xfc00) === 0xd800
  return `${text.slice(0, isHalf ? textMax - 1 : textMax)}…`
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100
}
