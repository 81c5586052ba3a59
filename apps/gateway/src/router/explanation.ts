import { editDistance } from './edit-distance.ts'
import { matchMixed, parseSegment, type Segment } from './segment.ts'

/**
 * Why a route did not answer. It matched the path: `method` (it answers another method), `any` (ANY gives way to the
 * method itself), `precedence` (another route says more of the path), `greedy` (greedy parameters come last). Or it
 * nearly did: `segment` (one differs), `longer`, `shorter`, `slash` (only the `/` at the end).
 */
export type LossReason =
  | 'method'
  | 'any'
  | 'precedence'
  | 'greedy'
  | 'segment'
  | 'longer'
  | 'shorter'
  | 'slash'

export interface Loser<T> {
  readonly value: T
  readonly method: string
  readonly path: string
  readonly reason: LossReason
  readonly sentence: string
}

/** Which route answers, and which ones came near, those that matched first. */
export interface Explanation<T> {
  readonly winner: { readonly value: T; readonly method: string; readonly path: string } | null
  readonly losers: readonly Loser<T>[]
  /** There are more than `losersMax`. */
  readonly more: boolean
}

/** Routes of one path: method → value. */
export interface PathRoutes<T> {
  readonly path: string
  readonly methods: ReadonlyMap<string, T>
}

/** Losers that are named at most: more would explain nothing. */
export const losersMax = 50

/**
 * Makes sentences of what a router found: `matching` are the paths that match, in order of precedence; `near` those
 * that share the most segments with the path, asked for only where no route but a greedy one answers.
 */
export function explain<T>(
  method: string,
  path: string,
  matching: readonly PathRoutes<T>[],
  near: () => Iterable<PathRoutes<T>>,
): Explanation<T> {
  const chosen = matching.find(({ methods }) => methods.has(method) || methods.has('ANY'))
  const taken = chosen?.methods.has(method) ? method : 'ANY'
  const losers: Loser<T>[] = []
  for (const routes of matching) {
    for (const [own, value] of routes.methods) {
      if (routes === chosen && own === taken) continue
      losers.push({ value, method: own, path: routes.path, ...lost(method, own, routes, chosen) })
    }
  }
  if (chosen === undefined || isGreedy(chosen.path)) losers.push(...nearMisses(method, path, near()))
  const winner = chosen?.methods.get(taken)
  return {
    winner:
      chosen === undefined || winner === undefined
        ? null
        : { value: winner, method: taken, path: chosen.path },
    losers: losers.slice(0, losersMax),
    more: losers.length > losersMax,
  }
}

/** How many segments of `pattern` match those of the path from the left. */
export function sharedSegments(pattern: string, segments: readonly string[]): number {
  const own = segmentsOf(pattern)
  let shared = 0
  while (shared < own.length && shared < segments.length) {
    const segment = parseSegment(own[shared] ?? '', shared === own.length - 1)
    if (segment.kind === 'greedy') return segments.length
    if (!matches(segment, segments[shared] ?? '')) return shared
    shared += 1
  }
  return shared
}

export function segmentsOf(path: string): string[] {
  return path === '/' ? [] : path.slice(1).split('/')
}

function lost<T>(
  method: string,
  own: string,
  { path }: PathRoutes<T>,
  chosen: PathRoutes<T> | undefined,
): { reason: LossReason; sentence: string } {
  if (own !== method && own !== 'ANY')
    return { reason: 'method', sentence: `It answers ${own}, and the request is a ${method}.` }
  if (chosen === undefined || chosen.path === path)
    return { reason: 'any', sentence: `${method} is there on the same path, and ANY gives way to it.` }
  const [more, less] = firstDifference(chosen.path, path)
  return isGreedy(path)
    ? { reason: 'greedy', sentence: `Greedy parameters come last: ${less} gives way to ${more}.` }
    : { reason: 'precedence', sentence: `${capital(more)} of ${chosen.path} says more than ${less}.` }
}

/** The first segments that differ in kind, in words: `the literal "mine"`, `the parameter {id}`. */
function firstDifference(winner: string, loser: string): [string, string] {
  const [left, right] = [segmentsOf(winner), segmentsOf(loser)]
  const last = Math.max(left.length, right.length)
  for (let i = 0; i < last; i++) {
    const [one, other] = [left[i] ?? '', right[i] ?? '']
    const kinds = [kindOf(one, i === left.length - 1), kindOf(other, i === right.length - 1)]
    if (kinds[0] !== kinds[1] || (kinds[0] === 'mixed' && one !== other))
      return [words(kinds[0] ?? 'literal', one), words(kinds[1] ?? 'literal', other)]
  }
  return [winner, loser]
}

function kindOf(source: string, isLast: boolean): Segment['kind'] {
  return parseSegment(source, isLast).kind
}

function words(kind: Segment['kind'], source: string): string {
  if (kind === 'literal') return `the literal "${source}"`
  if (kind === 'mixed') return `the pattern ${source}`
  return kind === 'parameter' ? `the parameter ${source}` : `the greedy ${source}`
}

function nearMisses<T>(method: string, path: string, near: Iterable<PathRoutes<T>>): Loser<T>[] {
  const segments = segmentsOf(path)
  const paths = [...near]
    .map(({ path: pattern, methods }) => ({ pattern, methods, ...distanceTo(pattern, segments) }))
    .sort((a, b) => a.length - b.length || a.slip - b.slip || (a.pattern < b.pattern ? -1 : 1))
  return paths.flatMap(({ pattern, methods }) => {
    const why = missed(pattern, segments)
    return [...methods]
      .sort(([a], [b]) => Number(b === method) - Number(a === method) || (a < b ? -1 : 1))
      .map(([own, value]) => ({ value, method: own, path: pattern, ...why }))
  })
}

const longestSlip = 64
const furthestSlip = 8

/** How many segments a route has more or less than the path, and how many letters the first that differs is off. */
function distanceTo(pattern: string, segments: readonly string[]): { length: number; slip: number } {
  const own = segmentsOf(pattern)
  const shared = sharedSegments(pattern, segments)
  // Of a segment nobody typed by a slip, how far it is off does not matter.
  const [wanted, given] = [own[shared], segments[shared]?.slice(0, longestSlip)]
  return {
    length: Math.abs(own.length - segments.length),
    slip:
      wanted === undefined || given === undefined
        ? 0
        : Math.min(editDistance(wanted, given, furthestSlip), furthestSlip),
  }
}

function missed(pattern: string, segments: readonly string[]): { reason: LossReason; sentence: string } {
  const own = segmentsOf(pattern)
  const shared = sharedSegments(pattern, segments)
  if (shared < own.length && shared < segments.length) {
    const [wanted = '', given = ''] = [own[shared], segments[shared]]
    const isText = kindOf(wanted, shared === own.length - 1) === 'literal'
    const sentence = `Segment ${shared + 1} is ${isText ? `"${wanted}"` : wanted}, the path has "${given}".`
    return { reason: 'segment', sentence }
  }
  const rest = shared < own.length ? own.slice(shared) : segments.slice(shared)
  if (shared < own.length) return { reason: 'longer', sentence: `It goes on with /${rest.join('/')}.` }
  return rest.join('') === ''
    ? { reason: 'slash', sentence: 'The / at the end of the path counts, and it has none.' }
    : { reason: 'shorter', sentence: `It ends where the path goes on with /${rest.join('/')}.` }
}

function matches(segment: Segment, text: string): boolean {
  if (segment.kind === 'literal') return segment.text === text
  if (segment.kind === 'mixed') return matchMixed(segment.pattern, text, 0, text.length, [])
  return text !== ''
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function isGreedy(path: string): boolean {
  return path.endsWith('+}')
}
