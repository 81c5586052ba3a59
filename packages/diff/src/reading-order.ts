import { find, httpMethods } from '@penstock/model'
import type { Claims } from './grouping/claims.ts'
import type { Place } from './kinds/comparison.ts'
import { comparisonOf } from './kinds/index.ts'
import type { Change } from './types.ts'
import { byVerdict } from './verdict.ts'

/**
 * Changes as people read them: the worst first, then those of routes by path and method as a reference lists them,
 * then the rest by title. Ids come last, and only so that two plans of one edit never differ.
 */
export function inReadingOrder(changes: readonly Change[], claims: Claims): Change[] {
  return changes
    .map((change) => ({ change, place: placeOf(change, claims) }))
    .sort(
      (a, b) =>
        byVerdict(a.change.verdict, b.change.verdict) ||
        byPlace(a.place, b.place) ||
        order(a.change.title, b.change.title) ||
        order(a.change.id, b.change.id),
    )
    .map(({ change }) => change)
}

/** Where the change is among the routes: where its record is, or the only method that it touches. */
function placeOf({ record: id, affects }: Change, { before, after }: Claims): Place | undefined {
  const definition = after.has(id) ? after : before
  const record = definition.get(id)
  const own = record && comparisonOf(record).place?.(definition, record)
  if (own || affects.length !== 1) return own
  const method = find(after, 'method', affects[0]) ?? find(before, 'method', affects[0])
  return method && comparisonOf(method).place?.(after.has(method.id) ? after : before, method)
}

function byPlace(a: Place | undefined, b: Place | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0
  return order(segments(a.path), segments(b.path)) || rank(a) - rank(b)
}

/** What is below a path comes right after it: no character of a name sorts before the one that ends a segment. */
function segments(path: string): string {
  return path.replaceAll('/', '\0')
}

/** A resource before its methods. */
function rank({ method }: Place): number {
  return method === undefined ? -1 : httpMethods.indexOf(method)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
