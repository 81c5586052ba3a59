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

/** Methods that a named record (model, component) reaches, by the direction in which callers meet it. */
export type Reach = Readonly<Record<Direction, ReadonlySet<RecordId>>>

interface RefIndex {
  /** Named record → named records that refer to it. */
  readonly referrers: ReadonlyMap<string, readonly string[]>
  /** Named record → methods that refer to it themselves. */
  readonly request: ReadonlyMap<string, readonly RecordId[]>
  readonly response: ReadonlyMap<string, readonly RecordId[]>
}

const indices = new WeakMap<Definition, RefIndex>()

/**
 * Which methods meet a model or component, through any number of others. The references of each record are kept with
 * the record, so that the index of an edited definition costs one look at each record and not a walk through all schemas.
 *
 *     met_list ──response──► responses/pets ──► schemas/Pet ──► schemas/Owner
 */
export function reachOf(definition: Definition, record: ApiRecord): Reach {
  const start = nameKey(record)
  const request = new Set<RecordId>()
  const response = new Set<RecordId>()
  if (start !== undefined) {
    const index = indexOf(definition)
    const seen = new Set([start])
    for (const key of seen) {
      for (const method of index.request.get(key) ?? []) request.add(method)
      for (const method of index.response.get(key) ?? []) response.add(method)
      for (const referrer of index.referrers.get(key) ?? []) seen.add(referrer)
    }
  }
  return { request, response }
}

function indexOf(definition: Definition): RefIndex {
  let index = indices.get(definition)
  if (!index) indices.set(definition, (index = buildIndex(definition)))
  return index
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
  return { referrers, request, response }
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
