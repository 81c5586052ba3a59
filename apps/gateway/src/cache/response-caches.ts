import type { AnswerKind } from '../answer.ts'
import type { RawHeaders } from '../headers.ts'

/** An answer as the integration and its mappings made it: without CORS, ids and whatever else is of one request. */
export interface CachedAnswer {
  readonly status: number
  readonly headers: Readonly<RawHeaders>
  readonly body: Buffer
  readonly kind: AnswerKind
}

/** Largest answer that is kept, headers and body together: Amazon's limit (developer guide, "Cache settings for REST APIs"). */
export const answerBytesMax = 1_048_576

/** The answers of one deployment of a stage. */
export interface ResponseCache {
  /** Calls under way on this node whose answer others wait for; null: it is not one that is kept. */
  readonly pending: Map<string, Promise<CachedAnswer | null>>
  /** Null: it is not there. At once where it is known at once; a promise takes a bounded time and never rejects. */
  get(key: string): CachedAnswer | null | Promise<CachedAnswer | null>
  /** Nobody waits for it, and it may fail. One that is larger than the whole cache is not kept, and nothing goes for it. */
  set(key: string, answer: CachedAnswer, ttlSeconds: number): void
}

/** The caches of a gateway by name. */
export interface ResponseCaches {
  /** Whoever asks for the same name and size gets the same cache. */
  cache(name: string, sizeBytes: number): ResponseCache
  /** What there is to tell in the metrics, as Prometheus text. */
  metrics(): string
  /** What does not work now, in words; null: all does. */
  problem(): string | null
  close(): void
}

export function bytesOf({ headers, body }: Pick<CachedAnswer, 'headers' | 'body'>): number {
  return headers.reduce((sum, text) => sum + text.length, body.length)
}
