import type { Limit } from '@penstock/bundle'
import type { RequestContext } from '../request-context.ts'
import { overLimit } from './over-limit.ts'
import { type BucketLevel, fullBucket, takeToken } from './token-bucket.ts'

/** Lets a request through, or throws RATE_LIMITED. */
export type Throttle = (context: RequestContext) => void

/**
 * The buckets of a gateway, in its memory, by name. A bucket is there for as long as something that is compiled draws from
 * it: a deployment or a change of settings leaves it as full as it is, and what is served no more leaves nothing behind.
 */
export class Throttles {
  readonly #now: () => number
  readonly #levels = new Map<string, WeakRef<BucketLevel>>()
  readonly #gone = new FinalizationRegistry<string>((name) => {
    if (this.#levels.get(name)?.deref() === undefined) this.#levels.delete(name)
  })

  /** `now` is a clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Whoever asks for the same name draws from the same bucket. `of` says to clients whose limit it is. */
  throttle(name: string, limit: Limit, of: 'method' | 'key'): Throttle {
    const level = this.#level(name)
    const now = this.#now
    return (context) => {
      context.inspector?.enter('throttle')
      const seconds = takeToken(level, limit, now())
      if (seconds > 0) throw overLimit(of, limit, seconds)
    }
  }

  #level(name: string): BucketLevel {
    const known = this.#levels.get(name)?.deref()
    if (known) return known
    const level = fullBucket(this.#now())
    this.#levels.set(name, new WeakRef(level))
    this.#gone.register(level, name)
    return level
  }
}
