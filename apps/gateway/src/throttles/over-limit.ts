import type { Limit } from '@penstock/bundle'
import { Failure } from '../failure.ts'

/**
 * The answer to a call that is over a limit. The headers are those of draft-ietf-httpapi-ratelimit-headers: a bucket of
 * `burstLimit` that fills in so many seconds, and what is left of it.
 */
export function overLimit(of: 'method' | 'key', { rateLimit, burstLimit }: Limit, seconds: number): Failure {
  const whole = Math.ceil(seconds)
  const headers = Number.isFinite(seconds)
    ? [
        'Retry-After',
        String(whole),
        'RateLimit-Policy',
        `"${of}";q=${burstLimit};w=${Math.max(1, Math.ceil(burstLimit / rateLimit))}`,
        'RateLimit',
        `"${of}";r=0;t=${whole}`,
      ]
    : []
  return new Failure('RATE_LIMITED', {
    phase: 'throttle',
    reason: `the limit of the ${of} is ${rateLimit} a second, ${burstLimit} at once`,
    headers,
  })
}
