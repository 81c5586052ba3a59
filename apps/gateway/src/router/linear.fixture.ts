import { type Explanation, explain, type PathRoutes, segmentsOf, sharedSegments } from './explanation.ts'
import { type Match, matchEnd, type RouteEntry, type Router, type RouterOptions } from './router.ts'

/** The rules of router.ts spelt out by sorting and trying every route: what the real routers are compared with. */
export class LinearRouter implements Router<string> {
  readonly #entries: readonly RouteEntry<string>[]
  readonly #options: RouterOptions

  constructor(entries: readonly RouteEntry<string>[], options: RouterOptions) {
    this.#options = options
    this.#entries = entries.toSorted(
      (a, b) => compare(rank(a.path), rank(b.path)) || byMethod(a) - byMethod(b),
    )
  }

  find(method: string, path: string): Match<string> | null {
    for (const entry of this.#entries) {
      if (entry.method !== method && entry.method !== 'ANY') continue
      const offsets = this.#match(entry.path, path)
      if (offsets) return { value: entry.value, offsets }
    }
    return null
  }

  allowed(path: string): string[] {
    const matching = this.#entries.filter((entry) => this.#match(entry.path, path))
    return [...new Set(matching.map(({ method }) => method))].sort()
  }

  nearest(): string | null {
    return null
  }

  explain(method: string, path: string): Explanation<string> {
    const routed = path.slice(0, matchEnd(path, this.#options))
    const segments = segmentsOf(routed)
    const [matching, others]: [PathRoutes<string>[], PathRoutes<string>[]] = [[], []]
    for (const routes of this.#byPath()) {
      if (this.#match(routes.path, path)) matching.push(routes)
      else others.push(routes)
    }
    const most = Math.max(1, ...others.map((routes) => sharedSegments(routes.path, segments)))
    return explain(method, routed, matching, () =>
      others.filter((routes) => sharedSegments(routes.path, segments) === most),
    )
  }

  #byPath(): PathRoutes<string>[] {
    const paths = new Map<string, { path: string; methods: Map<string, string> }>()
    for (const { method, path, value } of this.#entries) {
      const routes = paths.get(path) ?? { path, methods: new Map<string, string>() }
      routes.methods.set(method, value)
      paths.set(path, routes)
    }
    return [...paths.values()]
  }

  #match(pattern: string, path: string): number[] | null {
    const end = matchEnd(path, this.#options)
    const greedy = /\/\{[^{}]+\+\}$/.test(pattern)
    const keep = greedy && this.#options.greedyKeepsSlash ? path.length : end
    const source = pattern
      .split(/(\{[^{}]+\})/)
      .map((part) =>
        part.startsWith('{')
          ? part.endsWith('+}')
            ? '(.+)'
            : '([^/]+?)'
          : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      )
      .join('')
    const match = new RegExp(`^${source}$`, 'd').exec(path.slice(0, keep))
    return match ? (match.indices ?? []).slice(1).flatMap((range) => range ?? []) : null
  }
}

function rank(path: string): string[] {
  return path
    .slice(1)
    .split('/')
    .map((segment) =>
      !segment.includes('{')
        ? '0'
        : /^\{[^{}]+\+\}$/.test(segment)
          ? '3'
          : /^\{[^{}]+\}$/.test(segment)
            ? '2'
            : `1${String(1_000 - segment.replace(/\{[^{}]+\}/g, '').length)}`,
    )
}

function compare(a: string[], b: string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i] ?? ''
    const y = b[i] ?? ''
    if (x !== y) return x < y ? -1 : 1
  }
  return a.length - b.length
}

function byMethod({ method }: RouteEntry<string>): number {
  return method === 'ANY' ? 1 : 0
}
