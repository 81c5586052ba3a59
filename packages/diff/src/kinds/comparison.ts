import { type ApiRecord, type Definition, find, type HttpMethod, type RecordId } from '@penstock/model'
import type { Emit } from '../delta.ts'
import { sameJson } from '../json.ts'
import { routeName } from '../operation/route-path.ts'

/** A record that is there before and after, in its definitions. */
export interface RecordSides<R extends ApiRecord> {
  readonly before: Definition
  readonly after: Definition
  readonly from: R
  readonly to: R
  readonly emit: Emit
}

/** A record that only came, or only went. */
export interface RecordAlone<R extends ApiRecord> {
  readonly record: R
  readonly action: 'added' | 'removed'
  readonly emit: Emit
}

/** Where a record is among the routes of its API. */
export interface Place {
  readonly path: string
  /** Absent for what all methods of the path share. */
  readonly method?: HttpMethod
}

/** What a kind of record answers about its changes. One file per kind in this folder. */
export interface KindComparison<R extends ApiRecord> {
  /** Emits what differs between two versions of a record. */
  compare(sides: RecordSides<R>): void
  /** Emits what it means that a record came or went. Kinds without one say no more than that. */
  announce?(alone: RecordAlone<R>): void
  /** Methods whose requests or answers depend on the record, in one definition. */
  affects(definition: Definition, record: R): Iterable<RecordId>
  /** Whether it reaches traffic by coming or going alone; other kinds do so through records that point at them. */
  readonly actsAlone?: true
  /** What titles call the record. */
  subject(definition: Definition, record: R): string
  /** Kinds that are no route, nor a path of routes, have none. */
  place?(definition: Definition, record: R): Place
}

/** Fields that differ between two versions of a record, of those that are asked for or of all. */
export function changedFields<R extends ApiRecord>(
  from: R,
  to: R,
  fields?: readonly (keyof R & string)[],
): string[] {
  const keys = fields ?? [...new Set([...Object.keys(from), ...Object.keys(to)])]
  const [a, b] = [from as Record<string, unknown>, to as Record<string, unknown>]
  return keys.filter((key) => key !== 'id' && !sameJson(a[key], b[key]))
}

/** `GET /gists` for one method, `845 methods` for more, nothing for none; routes of a WebSocket API alike. */
export function nameMethods(definition: Definition, ids: readonly RecordId[]): string {
  const route = find(definition, 'route', ids[0])
  if (ids.length !== 1) return ids.length === 0 ? '' : `${ids.length} ${route ? 'routes' : 'methods'}`
  if (route) return `route ${route.routeKey}`
  const method = find(definition, 'method', ids[0])
  return method ? routeName(definition, method) : ''
}
