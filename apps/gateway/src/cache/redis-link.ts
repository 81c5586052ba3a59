import { Redis } from 'ioredis'
import type { Log } from '../log.ts'
import { within } from '../within.ts'

/** How long a request waits for what Redis has, where nothing else is said. */
const defaultWaitMs = 50
/**
 * Answers that take longer than that, or fail, in a row, those of one wait counted once: then Redis is not asked any more until it
 * answers in time again.
 */
const failuresMax = 5
/** How often it is tried, and how long nothing is written after it refused to. */
const pauseMs = 1_000
/** Nothing is written while so much is not confirmed yet: a slow Redis must not fill the memory of a node. */
const bytesUnderWayMax = 16 * 1_048_576
/** A connection on which nothing comes for so long while something is asked for is given up for another one, and so is a write. */
const silentMs = 5_000

/** Nothing is there. */
const probeKey = 'penstock:probe'

const late = Symbol('late')

export interface RedisAddress {
  /** `redis:` or `rediss:`, as `redisUrl` reads it. */
  readonly url: string
  readonly waitMs?: number
}

/**
 * The connection to a Redis, made to be without: a request waits a bounded time, and none while Redis is known to be away.
 * Logs each change once.
 *
 *     connecting ──ready──► up ──connection lost, or too many failures in a row──► away ──ready, or answers a read──► up
 */
export class RedisLink {
  readonly #client: Redis
  readonly #log: Log
  readonly #waitMs: number
  /** Without credentials. */
  readonly #where: string
  #state: 'connecting' | 'up' | 'away' = 'connecting'
  /** Why it is away, or will be said to be. */
  #reason = 'the connection was closed'
  #probe: NodeJS.Timeout | undefined
  #failures = 0
  #failedAt = Number.NEGATIVE_INFINITY
  #failedReads = 0
  #skippedWrites = 0
  #bytesUnderWay = 0
  /** Why Redis takes nothing more (it is full, or may only be read), and until when nothing is tried; null: it does. */
  #refusal: { readonly reason: string; readonly until: number } | null = null

  /** Connects by itself, again and again. */
  constructor({ url, waitMs = defaultWaitMs }: RedisAddress, log: Log) {
    const { hostname, port } = new URL(url)
    this.#where = `${hostname}:${port || '6379'}`
    this.#log = log
    this.#waitMs = waitMs
    this.#client = new Redis(url, {
      connectTimeout: 2_000,
      enableOfflineQueue: false,
      // What is under way on a connection that is lost fails with it. With more than none it may be forgotten.
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      socketTimeout: silentMs,
      // Servers of before Redis 6 know no other.
      protocol: 2,
      disableClientInfo: true,
      retryStrategy: (times) => Math.min(times * 100, pauseMs),
    })
    this.#client.on('error', (error: Error) => (this.#reason = wordsOf(error)))
    this.#client.on('ready', () => this.#back())
    this.#client.on('close', () => this.#away(this.#reason))
  }

  get isUp(): boolean {
    return this.#state === 'up'
  }

  /** Null where it is not there, and where Redis did not answer in time. Never rejects. */
  async get(key: string): Promise<Buffer | null> {
    if (!this.isUp) return null
    try {
      const reply = await within(this.#client.getBuffer(key), this.#waitMs, late)
      if (reply === late) return this.#failed(`no answer within ${this.#waitMs} ms`)
      this.#failures = 0
      return reply
    } catch (error) {
      return this.#failed(wordsOf(error))
    }
  }

  /** Whether something may be written now; counts what may not. */
  takes(): boolean {
    const isRefused = this.#refusal !== null && performance.now() < this.#refusal.until
    if (this.isUp && !isRefused && this.#bytesUnderWay < bytesUnderWayMax) return true
    this.#skippedWrites += 1
    return false
  }

  /** Has Redis forget what it has there; what can't be told now ends by itself. */
  forget(key: string): void {
    if (this.isUp) this.#client.unlink(key).catch(() => undefined)
  }

  /** Done when Redis has it, when it is known that it has not, or once nobody needs to know. Never rejects. */
  async set(key: string, value: Buffer, ttlMs: number): Promise<void> {
    const size = value.byteLength
    this.#bytesUnderWay += size
    try {
      const written = await within(this.#client.set(key, value, 'PX', ttlMs), Math.min(ttlMs, silentMs), late)
      if (written === late) this.#skippedWrites += 1
      else this.#taken()
    } catch (error) {
      this.#skippedWrites += 1
      // What was there before is not what is there now.
      this.forget(key)
      // Anything else is of the connection, which says so itself.
      if (error instanceof Error && error.name === 'ReplyError') this.#refused(wordsOf(error))
    } finally {
      this.#bytesUnderWay -= size
    }
  }

  /** What does not work now, in words; null: all does. */
  problem(): string | null {
    if (this.#state === 'away')
      return `Redis at ${this.#where} is away (${this.#reason}): every request is answered by its integration`
    if (this.#state === 'connecting') return `Redis at ${this.#where} is not connected yet`
    if (this.#refusal === null) return null
    return `Redis at ${this.#where} keeps nothing more (${this.#refusal.reason})`
  }

  metrics(): string {
    return [
      '# TYPE penstock_cache_redis_up gauge',
      `penstock_cache_redis_up ${this.isUp ? 1 : 0}`,
      '# TYPE penstock_cache_redis_refuses_writes gauge',
      `penstock_cache_redis_refuses_writes ${this.#refusal === null ? 0 : 1}`,
      '# TYPE penstock_cache_redis_failed_reads_total counter',
      `penstock_cache_redis_failed_reads_total ${this.#failedReads}`,
      '# TYPE penstock_cache_redis_skipped_writes_total counter',
      `penstock_cache_redis_skipped_writes_total ${this.#skippedWrites}`,
      '',
    ].join('\n')
  }

  close(): void {
    clearInterval(this.#probe)
    this.#client.removeAllListeners('close')
    this.#client.disconnect()
  }

  #failed(reason: string): null {
    this.#failedReads += 1
    const now = performance.now()
    if (now - this.#failedAt < this.#waitMs) return null
    this.#failedAt = now
    this.#failures += 1
    if (this.#failures >= failuresMax) this.#away(reason)
    return null
  }

  #away(reason: string): void {
    this.#reason = reason
    if (this.#state === 'away') return
    this.#state = 'away'
    this.#log('warn', 'Redis is away: requests are answered by their integrations', {
      redis: this.#where,
      reason,
    })
    this.#probe = setInterval(() => void this.#try(), pauseMs)
    this.#probe.unref()
  }

  /** A connection that is lost says by itself when there is another one. */
  async #try(): Promise<void> {
    if (this.#client.status !== 'ready') return
    // As requests ask: it may answer other commands and not this one.
    const reply = await within(this.#client.getBuffer(probeKey), this.#waitMs, late).catch(() => late)
    if (reply !== late) this.#back()
  }

  #back(): void {
    this.#failures = 0
    if (this.#state === 'up') return
    clearInterval(this.#probe)
    this.#log('info', 'answers are shared by Redis', { redis: this.#where })
    this.#state = 'up'
    this.#reason = 'the connection was closed'
  }

  #refused(reason: string): void {
    if (this.#refusal === null) this.#log('warn', 'Redis keeps nothing more', { redis: this.#where, reason })
    this.#refusal = { reason, until: performance.now() + pauseMs }
  }

  #taken(): void {
    if (this.#refusal === null) return
    this.#refusal = null
    this.#log('info', 'Redis keeps answers again', { redis: this.#where })
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { message, name } = error
  // Of several addresses that were tried, none of which is the one.
  const words = message || (error as NodeJS.ErrnoException).code || name
  // Redis repeats what it does not know, the password of an AUTH too.
  return words.split(/, with args/i, 1)[0] ?? words
}
