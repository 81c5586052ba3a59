import { LRUCache } from 'lru-cache'
import { WhileUsed } from '../while-used.ts'
import { bytesOf, type CachedAnswer, type ResponseCache, type ResponseCaches } from './response-caches.ts'

interface Entry {
  readonly answer: CachedAnswer
  readonly until: number
}

/** In the memory of a node; what was used least goes when there is more than fits. */
class MemoryCache implements ResponseCache {
  readonly pending = new Map<string, Promise<CachedAnswer | null>>()
  readonly #entries: LRUCache<string, Entry>
  readonly #now: () => number

  constructor(sizeBytes: number, now: () => number) {
    this.#entries = new LRUCache({
      maxSize: sizeBytes,
      sizeCalculation: ({ answer }, key) => bytesOf(answer) + key.length * 2,
    })
    this.#now = now
  }

  get(key: string): CachedAnswer | null {
    const entry = this.#entries.get(key)
    if (entry === undefined) return null
    if (entry.until > this.#now()) return entry.answer
    this.#entries.delete(key)
    return null
  }

  set(key: string, answer: CachedAnswer, ttlSeconds: number): void {
    this.#entries.set(key, { answer, until: this.#now() + ttlSeconds * 1000 })
  }
}

/** The caches of a gateway that keeps answers for itself. */
export class MemoryCaches implements ResponseCaches {
  readonly #now: () => number
  readonly #caches = new WhileUsed<MemoryCache>()

  /** `now` is a clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.#now = now
  }

  cache(name: string, sizeBytes: number): ResponseCache {
    return this.#caches.get(`${name} ${sizeBytes}`, () => new MemoryCache(sizeBytes, this.#now))
  }

  metrics(): string {
    return ''
  }

  problem(): null {
    return null
  }

  close(): void {}
}
