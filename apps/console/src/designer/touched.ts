import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import type { ChangeView } from '@penstock/server'
import { holdersOf } from './changes.ts'
import type { KeptRecords } from './graph-model.ts'
import { skeletonOf } from './nodes/definitions.ts'
import type { Grouping } from './tags.ts'

/** What changes of shared records reach. */
export interface Reach {
  /** Shared records that changed → the routes that edges are drawn from: none where they are too many. */
  readonly kept: KeptRecords
  /** Shared record → how many routes its change touches. */
  readonly routes: ReadonlyMap<RecordId, number>
  /** Route → the shared records whose change touches it. */
  readonly touched: ReadonlyMap<RecordId, readonly RecordId[]>
}

export const nothingReached: Reach = { kept: new Map(), routes: new Map(), touched: new Map() }

/** A record that more routes use says how many: edges from all of them would say nothing else. */
const mostEdges = 24
/** Of more changed shared records the worst are drawn. */
const mostKept = 240

export function reachOfChanges(changes: readonly ChangeView[], definition: Definition): Reach {
  const kept = new Map<RecordId, readonly RecordId[]>()
  const routes = new Map<RecordId, number>()
  const touched = new Map<RecordId, RecordId[]>()
  const keep = (id: RecordId, users: readonly RecordId[]) => {
    const record = definition.get(id)
    if (!record || !isShared(record) || kept.size >= mostKept) return
    // What is drawn anyway has its edges from those that lead to it.
    const isDrawn = skeletonOf(record) !== null
    if (!kept.get(id)?.length) kept.set(id, isDrawn || users.length > mostEdges ? [] : users)
  }
  for (const { record: id, affects } of changes) {
    const record = definition.get(id)
    if (!record || !isShared(record)) continue
    keep(id, affects.length === 0 && record.kind === 'example' ? [record.method] : affects)
    if (affects.length > 0) routes.set(id, affects.length)
    for (const route of affects) {
      const known = touched.get(route)
      if (known) known.push(id)
      else touched.set(route, [id])
    }
  }
  for (const change of changes) for (const { record } of change.also) keep(record, [change.record])
  return { kept, routes, touched }
}

/** Draws also what is looked at, however many others there are. */
export function withLooked(reach: Reach, looked: readonly RecordId[], definition: Definition): Reach {
  const more = looked.filter((id) => {
    const record = definition.get(id)
    return record !== undefined && isShared(record) && !reach.kept.has(id)
  })
  return more.length === 0
    ? reach
    : { ...reach, kept: new Map([...reach.kept, ...more.map((id) => [id, []] as const)]) }
}

/** Whether it stands in no tree of paths: routes lead to it, or it speaks for the whole API. */
function isShared(record: ApiRecord): boolean {
  const skeleton = skeletonOf(record)
  return skeleton === null || skeleton.role === 'target'
}

/** Group → how many of the routes in it are touched. */
export function holdersOfTouched(
  definition: Definition,
  { touched }: Reach,
  grouping: Grouping = 'path',
): ReadonlyMap<RecordId, number> {
  const counts = new Map<RecordId, number>()
  for (const route of touched.keys())
    for (const holder of holdersOf(definition.get(route), grouping, (id) => definition.get(id)))
      counts.set(holder, (counts.get(holder) ?? 0) + 1)
  return counts
}
