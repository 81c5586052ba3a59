import { LRUCache } from 'lru-cache'
import type { Actor } from './actor.ts'

/** Hash of a session's or an API token's secret → who it is. */
export interface IdentityCache {
  get(key: string): Actor | undefined
  set(key: string, actor: Actor): void
  /** After anything was revoked: nobody is let in for a few more seconds on this process's account. */
  clear(): void
  /** Aborted by the next `clear`: what stays open for long asks again who it is open for. */
  cleared(): AbortSignal
}

/** How long a revocation by another replica of the server may take to be noticed here. */
const rememberMs = 5_000

/** So that one page's dozen calls cost one look into the database, and none wait behind a long import. */
export function createIdentityCache(now: () => number): IdentityCache {
  let cleared = new AbortController()
  const known = new LRUCache<string, { readonly actor: Actor; readonly until: number }>({ max: 10_000 })
  return {
    get(key) {
      const found = known.get(key)
      return found && found.until > now() ? found.actor : undefined
    },
    set: (key, actor) => void known.set(key, { actor, until: now() + rememberMs }),
    clear() {
      known.clear()
      cleared.abort()
      cleared = new AbortController()
    },
    cleared: () => cleared.signal,
  }
}
