import type { Explanation } from './explanation.ts'

/** A route as a router takes it. `path` may hold `{name}`, `{name+}` as the last segment, and mixed segments. */
export interface RouteEntry<T> {
  /** Upper case, or `ANY`. */
  readonly method: string
  readonly path: string
  readonly value: T
}

export interface RouterOptions {
  /** A `/` at the end of the path counts: `/todos/` is not `/todos` (Amazon's HTTP APIs). */
  readonly strictSlash: boolean
  /** A greedy parameter keeps the `/` at the end of the path. Amazon's REST APIs cut it. */
  readonly greedyKeepsSlash: boolean
}

/**
 * What was found: the route's value, and where in `path` its parameters are: `offsets` holds start and end of each
 * of the route's parameters in the order of its pattern. Nothing is percent-decoded.
 */
export interface Match<T> {
  readonly value: T
  readonly offsets: readonly number[]
}

/**
 * Precedence per segment: literal, mixed (`{id}.json`), `{param}`, `{greedy+}`; a node that lacks the method is
 * passed by, so that a less specific one can answer; `ANY` comes after the method itself on the same node.
 */
export interface Router<T> {
  find(method: string, path: string): Match<T> | null
  /** Methods of the routes that match the path, for `Allow`; empty when none does. */
  allowed(path: string): string[]
  /** The pattern of an existing route that is nearly this path, or null. For people who mistyped. */
  nearest(path: string): string | null
  /** What `find` would answer, and the routes that came near with the reason why they did not answer. Not for traffic. */
  explain(method: string, path: string): Explanation<T>
}

/** Names of a path's parameters in order; greedy ones without the plus. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name.replace(/\+$/, ''))
}

/** Cuts the `/` at the end where it does not count. */
export function matchEnd(path: string, options: RouterOptions): number {
  return !options.strictSlash && path.length > 1 && path.endsWith('/') ? path.length - 1 : path.length
}
