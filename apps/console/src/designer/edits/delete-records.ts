import { type ApiRecord, type Definition, type RecordId, servedRecords } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { ownerOf, usersOf, withoutReferences } from './references.ts'

/** Why a record can't be deleted, or null. */
export function protectedBecause(record: ApiRecord): string | null {
  if (record.kind === 'api') return 'The API itself is deleted in its settings.'
  if (record.kind === 'resource' && record.parent === null) return 'The root path is part of every API.'
  return null
}

/** What deleting these records takes along: what belongs to them, and integrations that only they used. */
export function doomedBy(definition: Definition, ids: Iterable<RecordId>): Set<RecordId> {
  const doomed = new Set<RecordId>()
  for (const id of ids) {
    const record = definition.get(id)
    if (record && protectedBecause(record) === null) doomed.add(id)
  }
  const owned = new Map<RecordId, RecordId[]>()
  for (const record of definition.values()) {
    const owner = ownerOf(record)
    if (owner === null) continue
    const list = owned.get(owner)
    if (list) list.push(record.id)
    else owned.set(owner, [record.id])
  }
  // A set grows while it is walked: children of children come along.
  for (const id of doomed) for (const child of owned.get(id) ?? []) doomed.add(child)
  const kept = new Set<RecordId>()
  const candidates = new Set<RecordId>()
  for (const method of servedRecords(definition)) {
    if (method.integration === undefined) continue
    if (doomed.has(method.id)) candidates.add(method.integration)
    else kept.add(method.integration)
  }
  for (const id of candidates) {
    const integration = definition.get(id)
    if (integration?.kind !== 'integration' || kept.has(id)) continue
    // One with a name is a thing of its own that another method may be pointed at; a stand-in is not.
    if (!integration.name || integration.fromExamples) doomed.add(id)
  }
  return doomed
}

/** Deletes records with what belongs to them; what pointed at them from elsewhere points nowhere. */
export function deleteRecords(transaction: EditorTransaction, ids: Iterable<RecordId>): Set<RecordId> {
  const definition = transaction.all()
  const doomed = doomedBy(definition, ids)
  for (const id of doomed) transaction.remove(id)
  for (const record of definition.values()) {
    if (doomed.has(record.id)) continue
    const cleaned = withoutReferences(record, doomed)
    if (cleaned !== record) transaction.put(cleaned)
  }
  return doomed
}

/** Who would miss these records: what uses them and is not deleted with them. */
export function usersLeftBy(definition: Definition, ids: readonly RecordId[]): ApiRecord[] {
  const doomed = doomedBy(definition, ids)
  const users = new Set<ApiRecord>()
  for (const id of ids) for (const user of usersOf(definition, id)) if (!doomed.has(user.id)) users.add(user)
  return [...users]
}

/** What becomes of the users of records that are deleted, as sentences. */
export function deletionLeaves(records: Iterable<ApiRecord>): string {
  const sentences = new Set<string>()
  for (const record of records)
    sentences.add(nodeOf(record.kind).deletionLeaves?.(record) ?? 'What led there leads nowhere.')
  return [...sentences].join(' ')
}

/** Who points at a record, in words: "12 methods and 1 integration". Null if nothing does. */
export function usersInWords(definition: Definition, id: RecordId): string | null {
  return countInWords(usersOf(definition, id))
}

/** Records by kind: "3 resources, 5 methods and 1 integration". Null for none. */
export function countInWords(records: Iterable<ApiRecord>): string | null {
  const counts = new Map<string, number>()
  for (const { kind } of records) {
    const { noun } = nodeOf(kind)
    counts.set(noun, (counts.get(noun) ?? 0) + 1)
  }
  if (counts.size === 0) return null
  const words = [...counts].map(([noun, count]) => `${count} ${noun}${count === 1 ? '' : 's'}`)
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ')
}
