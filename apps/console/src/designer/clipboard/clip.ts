import {
  type ApiRecord,
  type Definition,
  kindOf,
  mapSecrets,
  maxPathSegments,
  namedRecord,
  type RecordId,
  refsOf,
} from '@penstock/model'
import { protectedBecause } from '../edits/delete-records.ts'
import { ownerOf } from '../edits/references.ts'
import { nodeOf } from '../nodes/definitions.ts'

/** Parts of an API as they are carried from one place to another. */
export interface Clip {
  /** What was chosen: of these copies are made. */
  readonly roots: readonly RecordId[]
  /** The chosen, what belongs to them, and everything shared that they lead to. Secrets are empty. */
  readonly records: readonly ApiRecord[]
}

/** The chosen records with what belongs to them and what they need; null where nothing of it can be copied. */
export function clipOf(definition: Definition, ids: readonly RecordId[]): Clip | null {
  const chosen = new Set(ids.filter((id) => isCopyable(definition.get(id))))
  // What belongs to something chosen comes along with it.
  const roots = [...chosen].filter((id) => rootAbove(definition, id, chosen) === null)
  if (roots.length === 0) return null
  const found = new Set(roots)
  const owned = ownedBy(definition)
  // A set grows while it is walked.
  for (const id of found) {
    const record = definition.get(id)!
    for (const child of owned.get(id) ?? []) found.add(child.id)
    for (const needed of neededBy(definition, record)) if (isCopyable(needed)) found.add(needed.id)
  }
  return { roots, records: [...found].map((id) => mapSecrets(definition.get(id)!, () => '')) }
}

/** Every shared record that a record speaks of, by id or by name; not what it belongs to. */
export function neededBy(definition: Definition, record: ApiRecord): ApiRecord[] {
  const owner = ownerOf(record)
  const byId = kindOf(record.kind)
    .references(record)
    .flatMap(({ id }) => (id === owner ? [] : (definition.get(id) ?? [])))
  const byName = refsOf(record).flatMap((key) => {
    const at = key.indexOf('/')
    return namedRecord(definition, key.slice(0, at), key.slice(at + 1)) ?? []
  })
  return [...byId, ...byName, ...(nodeOf(record.kind).copies?.needs?.(record, definition) ?? [])]
}

/** Which of these records one belongs to, through however many others; null if to none. */
export function rootAbove(
  definition: Definition,
  id: RecordId,
  roots: ReadonlySet<RecordId>,
): RecordId | null {
  let record = definition.get(id)
  for (let depth = 0; record && depth <= maxPathSegments; depth++) {
    const owner = ownerOf(record)
    if (owner === null) return null
    if (roots.has(owner)) return owner
    record = definition.get(owner)
  }
  return null
}

function isCopyable(record: ApiRecord | undefined): boolean {
  return record !== undefined && nodeOf(record.kind).copies !== undefined && protectedBecause(record) === null
}

function ownedBy(definition: Definition): Map<RecordId, ApiRecord[]> {
  const owned = new Map<RecordId, ApiRecord[]>()
  for (const record of definition.values()) {
    const owner = ownerOf(record)
    if (owner === null) continue
    const list = owned.get(owner)
    if (list) list.push(record)
    else owned.set(owner, [record])
  }
  return owned
}
