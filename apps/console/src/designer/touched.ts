import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import type { ChangeView } from '@penstock/server'
import { groupBy } from '../app/group-by.ts'
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

/** Costs about what the distinct lists of routes have: changes that touch the same routes have one list. */
export function reachOfChanges(changes: readonly ChangeView[], definition: Definition): Reach {
  const kept = new Map<RecordId, readonly RecordId[]>()
  const routes = new Map<RecordId, number>()
  const byList = new Map<readonly RecordId[], RecordId[]>()
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
    if (affects.length === 0) continue
    routes.set(id, affects.length)
    const known = byList.get(affects)
    if (known) known.push(id)
    else byList.set(affects, [id])
  }
  for (const change of changes) for (const { record } of change.also) keep(record, [change.record])
  return { kept, routes, touched: touchedBy(byList) }
}

/** Routes that the same shared records touch. */
interface Alike {
  routes: number
  readonly records: RecordId[]
}

/**
 * Route → the records whose lists have it; routes that stand in the same lists get one array. Each list parts those that
 * it has from those that it has not, so there are never more arrays than routes.
 */
function touchedBy(
  byList: ReadonlyMap<readonly RecordId[], readonly RecordId[]>,
): ReadonlyMap<RecordId, readonly RecordId[]> {
  const untouched: Alike = { routes: Number.POSITIVE_INFINITY, records: [] }
  const alike = new Map<RecordId, Alike>()
  for (const [list, records] of byList)
    for (const [before, routes] of groupBy(list, (route) => alike.get(route) ?? untouched)) {
      if (routes.length === before.routes) {
        for (const record of records) before.records.push(record)
        continue
      }
      before.routes -= routes.length
      const parted = { routes: routes.length, records: [...before.records, ...records] }
      for (const route of routes) alike.set(route, parted)
    }
  return new Map(Array.from(alike, ([route, { records }]) => [route, records]))
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
