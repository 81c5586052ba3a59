import { AppError } from '@penstock/errors'
import { LRUCache } from 'lru-cache'

/** Counts what may be guessed at. Kept in memory: each replica of the server counts for itself. */
export interface Attempts {
  /** Counts one, or throws TOO_MANY_ATTEMPTS with the seconds to wait. */
  take(key: string, limit: number): void
  /** Takes one back: the attempt was no guess. */
  refund(key: string): void
}

export interface AttemptsOptions {
  readonly windowMs: number
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export function createAttempts({ windowMs, now }: AttemptsOptions): Attempts {
  // Bounded, so that a flood of made-up addresses costs memory for none but the latest.
  const windows = new LRUCache<string, { count: number; readonly until: number }>({ max: 50_000 })
  const current = (key: string) => {
    const found = windows.get(key)
    if (found && found.until > now()) return found
    const fresh = { count: 0, until: now() + windowMs }
    windows.set(key, fresh)
    return fresh
  }
  return {
    take(key, limit) {
      const window = current(key)
      if (window.count >= limit) {
        const seconds = Math.ceil((window.until - now()) / 1000)
        throw new AppError('TOO_MANY_ATTEMPTS', { params: { seconds } })
      }
      window.count++
    },
    refund(key) {
      const window = current(key)
      if (window.count > 0) window.count--
    },
  }
}
