import type { Limit } from '@penstock/bundle'
import type { RequestContext } from '../request-context.ts'
import { overLimit } from './over-limit.ts'
import { WhileUsed } from '../while-used.ts'
import { type BucketLevel, fullBucket, takeToken } from './token-bucket.ts'

/** Lets a request through, or throws RATE_LIMITED. */
export type Throttle = (context: RequestContext) => void

/** The buckets of a gateway, in its memory, by name: a deployment or a change of settings leaves them as full as they are. */
export class Throttles {
  readonly #now: () => number
  readonly #levels = new WhileUsed<BucketLevel>()

  /** `now` is a clock in milliseconds that never goes back. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Whoever asks for the same name draws from the same bucket. `of` says to clients whose limit it is. */
  throttle(name: string, limit: Limit, of: 'method' | 'key'): Throttle {
    const now = this.#now
    const level = this.#levels.get(name, () => fullBucket(now()))
    return (context) => {
      context.inspector?.enter('throttle')
      const seconds = takeToken(level, limit, now())
      if (seconds > 0) throw overLimit(of, limit, seconds)
    }
  }
}
