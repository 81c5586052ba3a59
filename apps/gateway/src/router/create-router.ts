import type { RouteEntry, Router, RouterOptions } from './router.ts'
import { StaticMapRouter } from './static-map.ts'
import { TrieRouter } from './trie.ts'

/** The router that serves: literal paths from a Map, then the trie. */
export function createRouter<T>(entries: readonly RouteEntry<T>[], options: RouterOptions): Router<T> {
  return new StaticMapRouter(entries, options, new TrieRouter(entries, options))
}
