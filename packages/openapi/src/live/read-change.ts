import {
  type ApiRecord,
  type Definition,
  type Diagnostic,
  diffDefinitions,
  type Integration,
  type Json,
  type JsonObject,
  type RecordId,
  recordsOf,
  servedRecords,
  type RecordsDiff,
  type Resource,
} from '@penstock/model'
import { sameJson } from '../json.ts'
import { naturalId, naturalName } from '../ids.ts'
import { sharedMockKey, sharedMockName } from '../integration-keys.ts'
import { changedMembers, reducedTo } from './changed-members.ts'
import { checkWritten } from './check-written.ts'
import { standInOf } from './live-scope.ts'
import type { GoneNames } from './gone-names.ts'
import { matchRecords } from './match-records.ts'
import { mergeJson } from './merge-json.ts'
import { readingOf, readLive } from './read-live.ts'

export type TextChange =
  | { readonly diff: RecordsDiff; readonly definition: Definition }
  | { readonly errors: readonly Diagnostic[] }

/**
 * What an edit of the text means for the definition that it said before. Both texts are read, as far as they differ, and only
 * what differs between the two readings is changed: what the text has no words for stays as it is. A name that is put back
 * into the text has the id that it had.
 */
export function readChange(
  definition: Definition,
  before: JsonObject,
  after: JsonObject,
  gone: GoneNames,
): TextChange | null {
  const changed = changedMembers(before, after)
  if (!changed) return null
  const unfinished = checkWritten(before, after, changed)
  if (unfinished.length > 0) return { errors: unfinished }
  const reading = readingOf(definition, after, gone)
  const was = readLive(reducedTo(before, changed), reading).records
  const { records, errors } = readLive(reducedTo(after, changed), reading)
  if (errors.length > 0) return { errors }
  const is = matchRecords(definition, was, records)
  const next = new Map(definition)
  for (const [id, record] of is) {
    const [from, current] = [was.get(id), next.get(id)]
    if (!current) {
      if (!from) next.set(id, record)
    } else if (from) {
      if (!sameJson(from as unknown as JsonObject, record as unknown as JsonObject))
        next.set(id, mergeFields(from, record, current))
    } else if (current.kind === 'resource' && record.kind === 'resource')
      next.set(id, declare(current, record))
  }
  addParents(next, is)
  const removed = [...was.keys()].filter((id) => !is.has(id))
  for (const id of removed) if (next.get(id)?.kind !== 'resource') removeRecord(next, id)
  removeResources(next, was, removed)
  declareEmpty(next, is)
  answerSilent(next, definition)
  return { diff: diffDefinitions(definition, next), definition: next }
}

/** The record with the fields in which the two readings differ. */
function mergeFields(before: ApiRecord, after: ApiRecord, current: ApiRecord): ApiRecord {
  if (before.kind !== current.kind || after.kind !== current.kind) return after
  const fields = (record: ApiRecord) => record as unknown as Record<string, Json | undefined>
  const out: Record<string, Json> = {}
  for (const key of new Set([...Object.keys(current), ...Object.keys(after)])) {
    const value = mergeJson(fields(before)[key], fields(after)[key], fields(current)[key])
    if (value !== undefined) out[key] = value
  }
  return out as unknown as ApiRecord
}

/** A path that the text lists from now on, and that was there for the paths below it. */
function declare(current: Resource, { summary, description, parameters, servers, rest, declared }: Resource) {
  if (!declared) return current
  const said = { summary, description, parameters, servers, rest, declared }
  return {
    ...current,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  }
}

/** The paths above one that was added, as far as nobody drew them. */
function addParents(next: Map<RecordId, ApiRecord>, is: ReadonlyMap<RecordId, ApiRecord>): void {
  const add = (id: RecordId | null) => {
    const resource = id === null || next.has(id) ? undefined : is.get(id)
    if (resource?.kind !== 'resource') return
    next.set(resource.id, resource)
    add(resource.parent)
  }
  for (const { id } of is.values()) {
    const record = next.get(id)
    if (record?.kind === 'resource') add(record.parent)
    else if (record?.kind === 'method') add(record.resource)
  }
}

/** Paths that the text still lists when their last operation is gone. */
function declareEmpty(next: Map<RecordId, ApiRecord>, is: ReadonlyMap<RecordId, ApiRecord>): void {
  const listed = [...recordsOf(is, 'resource')].filter(({ declared }) => declared)
  if (listed.length === 0) return
  const used = new Set([...recordsOf(next, 'method')].map(({ resource }) => resource))
  for (const { id } of listed) {
    const current = next.get(id)
    if (current?.kind === 'resource' && !used.has(id)) next.set(id, { ...current, declared: true })
  }
}

/** An integration that others still use stays theirs. */
function removeRecord(next: Map<RecordId, ApiRecord>, id: RecordId): void {
  const record = next.get(id)
  if (record?.kind === 'integration')
    for (const served of servedRecords(next)) if (served.integration === id) return
  next.delete(id)
}

/** Paths that the text lists no more, and those above them that were there for nothing else. */
function removeResources(
  next: Map<RecordId, ApiRecord>,
  was: ReadonlyMap<RecordId, ApiRecord>,
  removed: readonly RecordId[],
): void {
  const gone = removed.map((id) => next.get(id)).filter((record) => record?.kind === 'resource')
  if (gone.length === 0) return
  const uses = new Map<RecordId, number>()
  const count = (id: RecordId | null, by: number) => {
    if (id !== null) uses.set(id, (uses.get(id) ?? 0) + by)
  }
  for (const record of next.values()) {
    if (record.kind === 'method') count(record.resource, 1)
    else if (record.kind === 'resource') count(record.parent, 1)
  }
  for (const { id, parent, pathPart } of gone) {
    const said = was.get(id)
    // One that was read as the parent of another only may still be listed, in lines that nobody touched.
    if (said?.kind === 'resource' && said.declared) next.set(id, { kind: 'resource', id, parent, pathPart })
  }
  for (const resource of gone) prune(next, resource.id, uses, count)
}

function prune(
  next: Map<RecordId, ApiRecord>,
  id: RecordId,
  uses: ReadonlyMap<RecordId, number>,
  count: (id: RecordId | null, by: number) => void,
): void {
  const resource = next.get(id)
  if (resource?.kind !== 'resource' || resource.declared || resource.parent === null) return
  if ((uses.get(id) ?? 0) > 0) return
  next.delete(id)
  count(resource.parent, -1)
  prune(next, resource.parent, uses, count)
}

/** Operations that say nothing of what answers them are answered from their examples. */
function answerSilent(next: Map<RecordId, ApiRecord>, before: Definition): void {
  let standIn = standInOf(next)?.id
  for (const method of Array.from(recordsOf(next, 'method'))) {
    if (method.integration !== undefined) continue
    const was = before.get(method.id)
    // One that had none, and was drawn so, has none.
    if (was?.kind === 'method' && was.integration === undefined) continue
    if (standIn === undefined) {
      const made = createStandIn()
      next.set(made.id, made)
      standIn = made.id
    }
    next.set(method.id, { ...method, integration: standIn })
  }
}

function createStandIn(): Integration {
  const id = naturalId(naturalName('integration', sharedMockKey))
  return { kind: 'integration', id, name: sharedMockName, type: 'mock', fromExamples: true }
}
