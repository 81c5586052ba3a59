import { createHash } from 'node:crypto'
import type { Log } from '../log.ts'
import { WhileUsed } from '../while-used.ts'
import { type RedisAddress, RedisLink } from './redis-link.ts'
import { bytesOf, type CachedAnswer, type ResponseCache, type ResponseCaches } from './response-caches.ts'
import { answerOf, storedAnswer } from './stored-answer.ts'

/** Another form of what is stored has another number. */
const prefix = 'penstock:answer:1:'

/**
 * In a Redis that all nodes share. Which answers go when it is full is up to Redis; `sizeBytes` is the largest answer only.
 * While Redis is away nothing is kept.
 */
class RedisCache implements ResponseCache {
  readonly pending = new Map<string, Promise<CachedAnswer | null>>()
  readonly #link: RedisLink
  readonly #name: string
  readonly #sizeBytes: number
  /** Asked for now, so that many who ask for the same at once ask once. */
  readonly #reading = new Map<string, Promise<CachedAnswer | null>>()
  /** On the way there: whoever has asked before, and gets to know that it is not there, gets it nevertheless. */
  readonly #writing = new Map<string, CachedAnswer>()

  constructor(link: RedisLink, name: string, sizeBytes: number) {
    this.#link = link
    this.#name = name
    this.#sizeBytes = sizeBytes
  }

  get(key: string): CachedAnswer | null | Promise<CachedAnswer | null> {
    const known = this.#writing.get(key) ?? this.#reading.get(key)
    if (known !== undefined) return known
    if (!this.#link.isUp) return null
    const read = this.#read(key).finally(() => this.#reading.delete(key))
    this.#reading.set(key, read)
    return read
  }

  set(key: string, answer: CachedAnswer, ttlSeconds: number): void {
    // What was there before is renewed by this, or gone.
    if (bytesOf(answer) + key.length * 2 > this.#sizeBytes || !this.#link.takes())
      return this.#link.forget(this.#stored(key))
    this.#writing.set(key, answer)
    void this.#link.set(this.#stored(key), storedAnswer(answer), ttlSeconds * 1000).then(() => {
      // Who asked before it was there may come to know that with the same bytes of Redis as this.
      setImmediate(() => {
        if (this.#writing.get(key) === answer) this.#writing.delete(key)
      })
    })
  }

  async #read(key: string): Promise<CachedAnswer | null> {
    const stored = await this.#link.get(this.#stored(key))
    return this.#writing.get(key) ?? (stored && answerOf(stored))
  }

  /** Of one length, and without what callers have sent: a key may be made of credentials. */
  #stored(key: string): string {
    return (
      prefix +
      createHash('sha256')
        .update(JSON.stringify([this.#name, key]))
        .digest('base64url')
    )
  }
}

/** The caches of a gateway that shares answers with others by a Redis. */
export class RedisCaches implements ResponseCaches {
  readonly #link: RedisLink
  readonly #caches = new WhileUsed<RedisCache>()

  constructor(address: RedisAddress, log: Log) {
    this.#link = new RedisLink(address, log)
  }

  cache(name: string, sizeBytes: number): ResponseCache {
    return this.#caches.get(`${name} ${sizeBytes}`, () => new RedisCache(this.#link, name, sizeBytes))
  }

  metrics(): string {
    return this.#link.metrics()
  }

  problem(): string | null {
    return this.#link.problem()
  }

  close(): void {
    this.#link.close()
  }
}
