import { type ApiRecord, type Definition, kindOf, type RecordId } from '@penstock/model'
import { naturalNames } from './ids.ts'

/**
 * The definition with other ids for records that have a natural name, wherever they are referred to. Records without
 * one, and those for which `idOf` knows none or one that is taken, keep the id they have.
 */
export function renameIds(
  definition: Definition,
  idOf: (name: string, id: RecordId) => RecordId | undefined,
): Definition {
  const renamed = new Map<RecordId, RecordId>()
  const taken = new Set<RecordId>()
  for (const [name, id] of naturalNames(definition)) {
    const wanted = idOf(name, id)
    if (wanted === undefined || renamed.has(id) || taken.has(wanted)) continue
    taken.add(wanted)
    renamed.set(id, wanted)
  }
  for (const [id, wanted] of renamed) if (definition.has(wanted) && !renamed.has(wanted)) renamed.delete(id)
  return withIds(definition, renamed)
}

/** The definition with other ids for some records, wherever they are referred to. */
export function withIds(definition: Definition, renamed: ReadonlyMap<RecordId, RecordId>): Definition {
  if ([...renamed].every(([id, wanted]) => id === wanted)) return definition
  const out = new Map<RecordId, ApiRecord>()
  for (const record of definition.values()) {
    const moved = { ...record, id: renamed.get(record.id) ?? record.id } as ApiRecord &
      Record<string, unknown>
    for (const { path, id } of kindOf(record.kind).references(record)) {
      // All references are members of the record itself.
      if (path.length === 1 && renamed.has(id)) moved[path[0]!] = renamed.get(id)
    }
    out.set(moved.id, moved)
  }
  return out
}
