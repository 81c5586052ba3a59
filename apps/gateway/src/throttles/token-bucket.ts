import type { Limit } from '@penstock/bundle'

/** What is in a bucket, and when that was worked out, in milliseconds of the clock that `takeToken` is given. */
export interface BucketLevel {
  tokens: number
  at: number
}

/** One that has never been drawn from is full, whatever fits. */
export function fullBucket(now: number): BucketLevel {
  return { tokens: Number.POSITIVE_INFINITY, at: now }
}

/**
 * Takes a token out of a bucket, which is worked out as of now. Answers 0, or the seconds until there is one and nothing is
 * taken: infinitely many where there never is.
 */
export function takeToken(level: BucketLevel, { rateLimit, burstLimit }: Limit, now: number): number {
  const elapsed = Math.max(0, now - level.at)
  const tokens = Math.min(burstLimit, level.tokens + (elapsed / 1000) * rateLimit)
  level.at += elapsed
  if (tokens >= 1) {
    level.tokens = tokens - 1
    return 0
  }
  level.tokens = tokens
  return burstLimit < 1 || rateLimit === 0 ? Number.POSITIVE_INFINITY : (1 - tokens) / rateLimit
}
