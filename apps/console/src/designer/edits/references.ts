import { type ApiRecord, type Definition, kindOf, type RecordId } from '@penstock/model'
import { nodeOf } from '../nodes/definitions.ts'

/** The record that this one belongs to: it goes when that goes. */
export function ownerOf(record: ApiRecord): RecordId | null {
  if (record.kind === 'resource') return record.parent
  if (record.kind === 'example') return record.method
  return record.kind === 'method' ? record.resource : null
}

/** Every record that points at this one, or names it, and would miss it; without those that belong to it. */
export function usersOf(definition: Definition, id: RecordId): ApiRecord[] {
  const users: ApiRecord[] = []
  const used = definition.get(id)
  const names = used && nodeOf(used.kind).namedBy?.(used)
  for (const record of definition.values()) {
    if (ownerOf(record) === id) continue
    if (
      kindOf(record.kind)
        .references(record)
        .some((reference) => reference.id === id) ||
      (record.id !== id && names?.(record))
    )
      users.push(record)
  }
  return users
}

/** The record with its references to these records taken out. */
export function withoutReferences<R extends ApiRecord>(record: R, gone: ReadonlySet<RecordId>): R {
  const fields = new Set<string>()
  for (const { id, path } of kindOf(record.kind).references(record))
    if (gone.has(id) && path.length === 1) fields.add(path[0]!)
  if (fields.size === 0) return record
  return Object.fromEntries(Object.entries(record).filter(([key]) => !fields.has(key))) as unknown as R
}
