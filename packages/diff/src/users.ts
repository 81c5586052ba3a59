import {
  type Definition,
  type Method,
  nameKey,
  type RecordId,
  recordsOf,
  refsOf,
  type ApiRecord,
} from '@penstock/model'
import type { Direction } from './delta.ts'

/** Methods that a named record (model, component) reaches, by the direction in which callers meet it, and all of them. */
export interface Reach extends Readonly<Record<Direction, ReadonlySet<RecordId>>> {
  readonly methods: ReadonlySet<RecordId>
}

interface RefIndex {
  /** Named record → named records that refer to it. */
  readonly referrers: ReadonlyMap<string, readonly string[]>
  /** Named record → methods that refer to it themselves. */
  readonly request: ReadonlyMap<string, readonly RecordId[]>
  readonly response: ReadonlyMap<string, readonly RecordId[]>
  /** Named record → what it reaches, where that was asked. Filled as it is asked for. */
  readonly reaches: Map<string, Reach>
}

const indices = new WeakMap<Definition, RefIndex>()
const nowhere: ReadonlySet<RecordId> = new Set()
const nobody: Reach = { request: nowhere, response: nowhere, methods: nowhere }

/**
 * Which methods meet a model or component, through any number of others. The references of each record are kept with
 * the record, so that the index of an edited definition costs one look at each record and not a walk through all schemas.
 *
 *     met_list ──response──► responses/pets ──► schemas/Pet ──► schemas/Owner
 *
 * What is reached is worked out once for each record, from what its referrers reach; records that reach the same mostly
 * get the same object, by which callers may know it again.
 */
export function reachOf(definition: Definition, record: ApiRecord): Reach {
  const start = nameKey(record)
  if (start === undefined) return nobody
  const index = indexOf(definition)
  return index.reaches.get(start) ?? reachFrom(index, start)
}

function indexOf(definition: Definition): RefIndex {
  let index = indices.get(definition)
  if (!index) indices.set(definition, (index = buildIndex(definition)))
  return index
}

interface Visit {
  readonly key: string
  readonly order: number
  /** Lowest order that is known to be reachable from here, of what is still open. */
  low: number
  /** Referrers that were looked at. */
  at: number
}

/**
 * Tarjan's strongly connected components along the referrers: records that refer to each other reach the same, and each
 * such group is complete before those that it refers to. Without recursion, as references may run thousands deep.
 */
function reachFrom(index: RefIndex, start: string): Reach {
  const visits = new Map<string, Visit>()
  const open: string[] = []
  const path: Visit[] = []
  const enter = (key: string) => {
    const visit = { key, order: visits.size, low: visits.size, at: 0 }
    visits.set(key, visit)
    open.push(key)
    path.push(visit)
  }
  enter(start)
  for (let visit = path.at(-1); visit; visit = path.at(-1)) {
    const next = index.referrers.get(visit.key)?.[visit.at++]
    if (next !== undefined) {
      if (index.reaches.has(next)) continue
      const known = visits.get(next)
      if (known) visit.low = Math.min(visit.low, known.order)
      else enter(next)
      continue
    }
    path.pop()
    const parent = path.at(-1)
    if (parent) parent.low = Math.min(parent.low, visit.low)
    if (visit.low !== visit.order) continue
    const group = open.splice(open.lastIndexOf(visit.key))
    const reach = reachOfGroup(index, group)
    for (const key of group) index.reaches.set(key, reach)
  }
  return index.reaches.get(start)!
}

/** What records that refer to each other reach: what they are referred to by, and what the referrers outside reach. */
function reachOfGroup({ referrers, request, response, reaches }: RefIndex, group: readonly string[]): Reach {
  const outside = new Set<Reach>()
  for (const key of group)
    for (const referrer of referrers.get(key) ?? []) {
      const reach = reaches.get(referrer)
      if (reach) outside.add(reach)
    }
  const union = (direction: Direction, own: RefIndex[Direction]) =>
    unionOf(
      [...outside].map((reach) => reach[direction]),
      group.map((key) => own.get(key) ?? []),
    )
  const [ofRequests, ofResponses] = [union('request', request), union('response', response)]
  for (const reach of outside)
    if (reach.request === ofRequests && reach.response === ofResponses) return reach
  return { request: ofRequests, response: ofResponses, methods: unionOf([ofRequests, ofResponses], []) }
}

/** The largest of the sets, if it has everything; a new one else. */
function unionOf(
  sets: readonly ReadonlySet<RecordId>[],
  lists: readonly (readonly RecordId[])[],
): ReadonlySet<RecordId> {
  let largest = nowhere
  for (const set of sets) if (set.size > largest.size) largest = set
  let own: Set<RecordId> | undefined
  for (const ids of [...sets, ...lists]) {
    if (ids === largest) continue
    for (const id of ids) if (!(own ?? largest).has(id)) (own ??= new Set(largest)).add(id)
  }
  return own ?? largest
}

function buildIndex(definition: Definition): RefIndex {
  const referrers = new Map<string, string[]>()
  const request = new Map<string, RecordId[]>()
  const response = new Map<string, RecordId[]>()
  const methods = new Map<RecordId, RecordId[]>()
  for (const method of recordsOf(definition, 'method')) {
    push(methods, method.resource, method.id)
    for (const key of requestRefs(method)) push(request, key, method.id)
    if (method.responses) for (const key of refsOf(method.responses)) push(response, key, method.id)
  }
  for (const record of definition.values()) {
    const name = nameKey(record)
    if (name !== undefined) for (const key of refsOf(record)) push(referrers, key, name)
    if (record.kind === 'resource' && record.parameters)
      for (const key of refsOf(record.parameters))
        for (const method of methods.get(record.id) ?? []) push(request, key, method)
  }
  return { referrers, request, response, reaches: new Map() }
}

function* requestRefs(method: Method) {
  if (method.parameters) yield* refsOf(method.parameters)
  if (method.requestBody) yield* refsOf(method.requestBody)
}

function push<V>(map: Map<string, V[]>, key: string, value: V) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
