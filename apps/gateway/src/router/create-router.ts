import { atOnce, type Steps } from '@penstock/bundle'
import type { RouteEntry, Router, RouterOptions } from './router.ts'
import { StaticMapRouter } from './static-map.ts'
import { TrieRouter } from './trie.ts'

/** The router that serves: literal paths from a Map, then the trie. */
export function createRouter<T>(entries: Iterable<RouteEntry<T>>, options: RouterOptions): Router<T> {
  return atOnce(createRouterInSteps(entries, options))
}

export function* createRouterInSteps<T>(
  entries: Iterable<RouteEntry<T>>,
  options: RouterOptions,
): Steps<Router<T>> {
  const trie = new TrieRouter<T>([], options)
  const router = new StaticMapRouter<T>(options, trie)
  for (const entry of entries) {
    trie.add(entry)
    router.add(entry)
    yield
  }
  return router
}
