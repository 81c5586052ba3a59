import { LRUCache } from 'lru-cache'
import type { Actor } from './actor.ts'

/** Hash of a session's or an API token's secret → who it is. */
export interface IdentityCache {
  /** Who it is, by what is remembered or else by `find`. Only who was found is: a token that is made a moment from now works at once. */
  identify(key: string, find: () => Promise<Actor | null>): Promise<Actor | null>
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
    async identify(key, find) {
      const remembered = known.get(key)
      if (remembered && remembered.until > now()) return remembered.actor
      const { signal } = cleared
      const actor = await find()
      // Who was revoked while the database was asked may have been found all the same.
      if (actor && !signal.aborted) known.set(key, { actor, until: now() + rememberMs })
      return actor
    },
    clear() {
      known.clear()
      cleared.abort()
      cleared = new AbortController()
    },
    cleared: () => cleared.signal,
  }
}
