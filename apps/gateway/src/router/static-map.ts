import type { Explanation } from './explanation.ts'
import { type Match, matchEnd, type RouteEntry, type Router, type RouterOptions } from './router.ts'

const noOffsets: readonly number[] = []

/**
 * Paths without parameters, in one Map. A path that is literal in every segment beats every other, so what is found
 * here is final; what is not (an unknown path, a method that the path lacks) is asked of `fallback`, which holds all.
 */
export class StaticMapRouter<T> implements Router<T> {
  readonly #paths = new Map<string, Map<string, Match<T>>>()
  readonly #fallback: Router<T>
  readonly #options: RouterOptions

  constructor(options: RouterOptions, fallback: Router<T>) {
    this.#options = options
    this.#fallback = fallback
  }

  /** One that `fallback` has as well. */
  add({ method, path, value }: RouteEntry<T>): void {
    if (path.includes('{')) return
    const key = this.#key(path)
    const methods = this.#paths.get(key) ?? new Map<string, Match<T>>()
    if (!methods.has(method)) methods.set(method, { value, offsets: noOffsets })
    this.#paths.set(key, methods)
  }

  find(method: string, path: string): Match<T> | null {
    const methods = this.#paths.get(this.#key(path))
    return methods?.get(method) ?? methods?.get('ANY') ?? this.#fallback.find(method, path)
  }

  allowed(path: string): string[] {
    return this.#fallback.allowed(path)
  }

  nearest(path: string): string | null {
    return this.#fallback.nearest(path)
  }

  explain(method: string, path: string): Explanation<T> {
    return this.#fallback.explain(method, path)
  }

  #key(path: string): string {
    const end = matchEnd(path, this.#options)
    return end === path.length ? path : path.slice(0, end)
  }
}
