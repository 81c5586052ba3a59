import { editDistance } from './edit-distance.ts'
import { type Explanation, explain, type PathRoutes, segmentsOf } from './explanation.ts'
import { type Match, matchEnd, type RouteEntry, type Router, type RouterOptions } from './router.ts'
import { compareMixed, type MixedPattern, matchMixed, parseSegment } from './segment.ts'

interface Leaf<T> {
  readonly path: string
  readonly methods: Map<string, T>
}

interface Node<T> {
  literals: Map<string, Node<T>> | null
  mixed: { readonly pattern: MixedPattern; readonly node: Node<T> }[] | null
  parameter: Node<T> | null
  greedy: Leaf<T> | null
  leaf: Leaf<T> | null
}

/**
 * A trie of segments, searched depth first in order of precedence:
 *
 *     /pets/{id}/photos, /pets/mine, /{proxy+}
 *
 *     root ─ pets ─ mine•            GET /pets/mine/x:  pets, mine (no child x), back,
 *        │      └ {id} ─ photos•                        {id} = mine (no child x), back,
 *        └ {proxy+}•                                    {proxy+} = pets/mine/x
 *
 * A node has one depth, so a search visits each node at most once, however much it turns back.
 */
export class TrieRouter<T> implements Router<T> {
  readonly #root: Node<T> = emptyNode()
  readonly #options: RouterOptions

  constructor(entries: Iterable<RouteEntry<T>>, options: RouterOptions) {
    this.#options = options
    for (const entry of entries) this.add(entry)
  }

  add({ method, path, value }: RouteEntry<T>): void {
    let node = this.#root
    const end = matchEnd(path, this.#options)
    const segments = end <= 1 ? [] : path.slice(1, end).split('/')
    for (const [index, source] of segments.entries()) {
      const segment = parseSegment(source, index === segments.length - 1)
      if (segment.kind === 'greedy') {
        node.greedy ??= { path, methods: new Map() }
        addMethod(node.greedy, method, value)
        return
      }
      if (segment.kind === 'literal') node = child((node.literals ??= new Map()), segment.text)
      else if (segment.kind === 'parameter') node = node.parameter ??= emptyNode()
      else node = mixedChild(node, segment.pattern)
    }
    node.leaf ??= { path, methods: new Map() }
    addMethod(node.leaf, method, value)
  }

  find(method: string, path: string): Match<T> | null {
    const offsets: number[] = []
    const found: { value?: T } = {}
    const matched = this.#walk(path, offsets, (leaf) => {
      const value = leaf.methods.get(method) ?? leaf.methods.get('ANY')
      if (value === undefined) return false
      found.value = value
      return true
    })
    return matched && found.value !== undefined ? { value: found.value, offsets } : null
  }

  allowed(path: string): string[] {
    const methods = new Set<string>()
    this.#walk(path, [], (leaf) => {
      for (const method of leaf.methods.keys()) methods.add(method)
      return false
    })
    return [...methods].sort()
  }

  nearest(path: string): string | null {
    const segments = path.slice(1, matchEnd(path, this.#options)).split('/')
    return segments.length > 32 ? null : nearestFrom(this.#root, segments, 0, true)
  }

  explain(method: string, path: string): Explanation<T> {
    const matching: Leaf<T>[] = []
    this.#walk(path, [], (leaf) => {
      matching.push(leaf)
      return false
    })
    const routed = path.slice(0, matchEnd(path, this.#options))
    return explain(method, routed, matching, () => this.#near(routed))
  }

  /** The routes that share the most segments with the path, one at least; else the one that `nearest` names. */
  #near(path: string): PathRoutes<T>[] {
    const byDepth: (Node<T> | Leaf<T>)[][] = []
    collectNear(this.#root, segmentsOf(path), 0, byDepth)
    const deepest = byDepth.slice(1).findLast((found) => found !== undefined)
    const named = deepest ? null : this.nearest(path)
    const nodes = deepest ?? (named === null ? [] : [this.#root])
    const routes = nodes.flatMap((node) => ('leaf' in node ? [...leavesOf(node)] : [node]))
    return named === null ? routes : routes.filter((leaf) => leaf.path === named)
  }

  #walk(path: string, offsets: number[], accept: (leaf: Leaf<T>) => boolean): boolean {
    const end = matchEnd(path, this.#options)
    const greedyEnd = this.#options.greedyKeepsSlash ? path.length : end
    return walk(this.#root, path, 1, end, greedyEnd, offsets, accept)
  }
}

/** `at` is where the next segment begins; beyond `end` there is none. */
function walk<T>(
  node: Node<T>,
  path: string,
  at: number,
  end: number,
  greedyEnd: number,
  offsets: number[],
  accept: (leaf: Leaf<T>) => boolean,
): boolean {
  if (at > end || end <= 1) return node.leaf !== null && accept(node.leaf)
  const slash = path.indexOf('/', at)
  const stop = slash < 0 || slash > end ? end : slash
  const before = offsets.length
  if (node.literals !== null) {
    const next = node.literals.get(path.slice(at, stop))
    if (next && walk(next, path, stop + 1, end, greedyEnd, offsets, accept)) return true
  }
  if (node.mixed !== null) {
    for (const { pattern, node: next } of node.mixed) {
      if (!matchMixed(pattern, path, at, stop, offsets)) continue
      if (walk(next, path, stop + 1, end, greedyEnd, offsets, accept)) return true
      offsets.length = before
    }
  }
  if (stop > at && node.parameter !== null) {
    offsets.push(at, stop)
    if (walk(node.parameter, path, stop + 1, end, greedyEnd, offsets, accept)) return true
    offsets.length = before
  }
  if (greedyEnd > at && node.greedy !== null && accept(node.greedy)) {
    offsets.push(at, greedyEnd)
    return true
  }
  return false
}

/** What the path does not lead into, by how many segments lead there: nodes with all that is below, and single leaves. */
function collectNear<T>(
  node: Node<T>,
  segments: readonly string[],
  depth: number,
  byDepth: (Node<T> | Leaf<T>)[][],
): void {
  const add = (found: Node<T> | Leaf<T>) => (byDepth[depth] ??= []).push(found)
  const segment = segments[depth]
  const isEnd = segment === undefined
  if (!isEnd && node.leaf) add(node.leaf)
  if (node.greedy && (isEnd || segments.slice(depth).join('/') === '')) add(node.greedy)
  const visit = (next: Node<T>, isMatch: boolean) =>
    isMatch ? collectNear(next, segments, depth + 1, byDepth) : add(next)
  for (const [text, next] of node.literals ?? []) visit(next, text === segment)
  for (const { pattern, node: next } of node.mixed ?? [])
    visit(next, !isEnd && matchMixed(pattern, segment, 0, segment.length, []))
  if (node.parameter) visit(node.parameter, !isEnd && segment !== '')
}

function* leavesOf<T>(node: Node<T>): Generator<Leaf<T>> {
  if (node.leaf) yield node.leaf
  for (const next of node.literals?.values() ?? []) yield* leavesOf(next)
  for (const { node: next } of node.mixed ?? []) yield* leavesOf(next)
  if (node.parameter) yield* leavesOf(node.parameter)
  if (node.greedy) yield node.greedy
}

/** A route that differs in one segment, by a spelling mistake or by a segment too many. */
function nearestFrom<T>(
  node: Node<T>,
  segments: readonly string[],
  at: number,
  mayErr: boolean,
): string | null {
  const segment = segments[at]
  if (segment === undefined) return node.leaf?.path ?? (mayErr && at > 0 ? oneFurther(node) : null)
  const exact = node.literals?.get(segment)
  const exactly = exact ? nearestFrom(exact, segments, at + 1, mayErr) : null
  if (exactly !== null) return exactly
  if (mayErr && node.literals !== null && segment.length <= 64) {
    const most = Math.min(3, Math.floor(segment.length / 2))
    let best: { distance: number; path: string } | null = null
    for (const [text, next] of node.literals) {
      if (Math.abs(text.length - segment.length) > most) continue
      const distance = editDistance(text, segment, most)
      if (distance > most || (best !== null && distance >= best.distance)) continue
      const path = nearestFrom(next, segments, at + 1, false)
      if (path !== null) best = { distance, path }
    }
    if (best !== null) return best.path
  }
  const byParameter = node.parameter ? nearestFrom(node.parameter, segments, at + 1, mayErr) : null
  if (byParameter !== null) return byParameter
  return mayErr && at > 0 ? nearestFrom(node, segments, at + 1, false) : null
}

/** A route that is one segment longer than what leads to `node`: what most often is left out is a parameter. */
function oneFurther<T>({ parameter, greedy, literals }: Node<T>): string | null {
  const path = parameter?.leaf?.path ?? greedy?.path
  if (path !== undefined) return path
  for (const { leaf } of literals?.values() ?? []) if (leaf) return leaf.path
  return null
}

function addMethod<T>(leaf: Leaf<T>, method: string, value: T): void {
  if (!leaf.methods.has(method)) leaf.methods.set(method, value)
}

function child<T>(children: Map<string, Node<T>>, text: string): Node<T> {
  const known = children.get(text)
  if (known) return known
  const created = emptyNode<T>()
  children.set(text, created)
  return created
}

function mixedChild<T>(node: Node<T>, pattern: MixedPattern): Node<T> {
  const key = pattern.texts.join('\0')
  node.mixed ??= []
  const known = node.mixed.find((entry) => entry.pattern.texts.join('\0') === key)
  if (known) return known.node
  const created = { pattern, node: emptyNode<T>() }
  node.mixed.push(created)
  node.mixed.sort((a, b) => compareMixed(a.pattern, b.pattern))
  return created.node
}

function emptyNode<T>(): Node<T> {
  return { literals: null, mixed: null, parameter: null, greedy: null, leaf: null }
}
