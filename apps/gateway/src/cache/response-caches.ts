import { LRUCache } from 'lru-cache'
import type { AnswerKind } from '../answer.ts'
import type { RawHeaders } from '../headers.ts'
import { WhileUsed } from '../while-used.ts'

/** An answer as the integration and its mappings made it: without CORS, ids and whatever else is of one request. */
export interface CachedAnswer {
  readonly status: number
  readonly headers: Readonly<RawHeaders>
  readonly body: Buffer
  readonly kind: AnswerKind
}

interface Entry {
  readonly answer: CachedAnswer
  readonly until: number
}

/** Largest answer that is kept, headers and body together: Amazon's limit (developer guide, "Cache settings for REST APIs"). */
export const answerBytesMax = 1_048_576

/** The answers of one deployment of a stage, the least used of which go when they are more than fit. */
export class ResponseCache {
  /** Calls under way whose answer others wait for; null: it is not one that is kept. */
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

  /** One that is larger than the whole cache is not kept, and nothing goes for it. */
  set(key: string, answer: CachedAnswer, ttlSeconds: number): void {
    this.#entries.set(key, { answer, until: this.#now() + ttlSeconds * 1000 })
  }
}

/** The caches of a gateway, in its memory, by name. */
export class ResponseCaches {
  readonly #now: () => number
  readonly #caches = new WhileUsed<ResponseCache>()

  /** `now` is a clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Whoever asks for the same name and size gets the same cache. */
  cache(name: string, sizeBytes: number): ResponseCache {
    return this.#caches.get(`${name} ${sizeBytes}`, () => new ResponseCache(sizeBytes, this.#now))
  }
}

export function bytesOf({ headers, body }: Pick<CachedAnswer, 'headers' | 'body'>): number {
  return headers.reduce((sum, text) => sum + text.length, body.length)
}
