import {
  type ApiRecord,
  canonicalJson,
  type Definition,
  type Method,
  type RecordId,
  type Resource,
  resourceTree,
} from '@penstock/model'
import { sameJson } from '../json.ts'
import { withIds } from '../rename-ids.ts'

type Records = ReadonlyMap<RecordId, ApiRecord>

/**
 * What a text says now, with the ids of records that it said before under another name: an operation whose path or verb was edited
 * is still the same operation. Ids are those of the definition already wherever path and verb, or the name, are the same.
 */
export function matchRecords(definition: Definition, before: Records, after: Records): Records {
  const gone = missingIn(before, after)
  const came = missingIn(after, before).filter(({ id }) => !definition.has(id))
  if (gone.length === 0 || came.length === 0) return after
  const renamed = new Map<RecordId, RecordId>()
  const pair = (was: ApiRecord, is: ApiRecord) => renamed.set(is.id, was.id)
  const methods = [...matchMethods(before, after, ofKind(gone, 'method'), ofKind(came, 'method'))]
  for (const [was, is] of methods) {
    pair(was, is)
    const [answered, answers] = [before.get(was.integration ?? ''), after.get(is.integration ?? '')]
    if (answered && answers && gone.includes(answered) && came.includes(answers)) pair(answered, answers)
  }
  for (const [was, is] of matchResources(definition, methods, before, after, gone, came)) pair(was, is)
  for (const [was, is] of matchNamed(gone, came)) pair(was, is)
  return withIds(new Map(after), renamed)
}

function missingIn(records: Records, others: Records): ApiRecord[] {
  return [...records.values()].filter(({ id }) => !others.has(id))
}

function ofKind<K extends ApiRecord['kind']>(records: readonly ApiRecord[], kind: K) {
  return records.filter((record): record is Extract<ApiRecord, { kind: K }> => record.kind === kind)
}

/** By operation id, else by what they have in common, those of one path first. */
function* matchMethods(
  before: Records,
  after: Records,
  gone: readonly Method[],
  came: readonly Method[],
): Generator<[Method, Method]> {
  const left = new Set(came)
  const open: Method[] = []
  for (const was of gone) {
    const same = came.filter((is) => is.operationId !== undefined && is.operationId === was.operationId)
    if (same.length === 1 && left.delete(same[0]!)) yield [was, same[0]!]
    else open.push(was)
  }
  const candidates = open.flatMap((was) =>
    [...left].map((is) => ({ was, is, score: likeness(before, after, was, is) })),
  )
  const taken = new Set<Method>()
  for (const { was, is, score } of candidates.sort((a, b) => b.score - a.score)) {
    if (score < 0.5 || taken.has(was) || !left.delete(is)) continue
    taken.add(was)
    yield [was, is]
  }
}

const compared = [
  'summary',
  'description',
  'tags',
  'parameters',
  'requestBody',
  'responses',
  'security',
] as const

/** From 0 to 1, and above that for one that stayed in its place: an operation of the same path, or with the same verb. */
function likeness(before: Records, after: Records, was: Method, is: Method): number {
  let both = 0
  let same = 0
  for (const field of compared) {
    if (was[field] === undefined && is[field] === undefined) continue
    both++
    if (sameJson(was[field], is[field])) same++
  }
  if (was.operationId !== undefined && is.operationId !== undefined) both++
  const place = was.resource === is.resource ? 0.2 : was.httpMethod === is.httpMethod ? 0.1 : 0
  if (both === 0) return place > 0 ? 0.5 + place : 0
  const [a, b] = [before.get(was.resource), after.get(is.resource)]
  const isSibling = a?.kind === 'resource' && b?.kind === 'resource' && a.parent === b.parent
  return same / both + (same > 0 || isSibling ? place : 0)
}

/** A path that was edited: its operations went with it, and whatever is below it. */
function* matchResources(
  definition: Definition,
  methods: readonly (readonly [Method, Method])[],
  before: Records,
  after: Records,
  gone: readonly ApiRecord[],
  came: readonly ApiRecord[],
): Generator<[Resource, Resource]> {
  const tree = resourceTree(definition)
  const stays = ofKind(gone, 'resource').filter(
    ({ id }) =>
      (tree.children.get(id) ?? []).every((child) => before.has(child.id) && !after.has(child.id)) &&
      (tree.methods.get(id) ?? []).every((method) => before.has(method.id) && !isAt(after, method.id, id)),
  )
  const free = new Set(ofKind(came, 'resource').filter(({ declared }) => declared))
  for (const was of stays) {
    const moved = methods.filter(([method]) => method.resource === was.id)
    const [first] = moved
    const target = first ? after.get(first[1].resource) : undefined
    const isOne = moved.every(([, is]) => is.resource === target?.id)
    if (first && isOne && target?.kind === 'resource' && free.delete(target)) yield [was, target]
    else if (!first && was.declared && stays.length === 1 && free.size === 1) {
      const [only] = free
      free.clear()
      yield [was, only!]
    }
  }
}

function isAt(records: Records, method: RecordId, resource: RecordId): boolean {
  const record = records.get(method)
  return record?.kind === 'method' && record.resource === resource
}

/** Parts that say the same under another name. */
function* matchNamed(
  gone: readonly ApiRecord[],
  came: readonly ApiRecord[],
): Generator<[ApiRecord, ApiRecord]> {
  const bodies = new Map<string, ApiRecord>()
  for (const record of gone) {
    const body = bodyOf(record)
    if (body !== undefined && !bodies.has(body)) bodies.set(body, record)
  }
  for (const record of came) {
    const body = bodyOf(record)
    const was = body === undefined ? undefined : bodies.get(body)
    if (body === undefined || !was) continue
    bodies.delete(body)
    yield [was, record]
  }
}

const named = new Set<ApiRecord['kind']>(['model', 'component', 'authorizer', 'validator', 'gatewayResponse'])

function bodyOf(record: ApiRecord): string | undefined {
  if (!named.has(record.kind)) return undefined
  const { id: _, ...body } = record as ApiRecord & Record<string, unknown>
  const { name: __, responseType: ___, ...rest } = body
  return canonicalJson(rest)
}
