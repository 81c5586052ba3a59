import { type ApiRecord, type Definition, definitionOf, kindOf, newId, type RecordId } from '@penstock/model'
import { ownerOf } from '../edits/references.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { type Clip, rootAbove } from './clip.ts'
import { contentOf, sharedAlready } from './shared-already.ts'

/** Where copies go: onto a record, beside all (null), or each beside what it is a copy of. */
export type PasteTarget = { readonly at: RecordId | null } | 'beside'

export interface PlacedCopies {
  /** Id in the clip → its copy, which points at copies and at what is reused. */
  readonly copies: ReadonlyMap<RecordId, ApiRecord>
  /** What the place lacked: the root of an API without paths. */
  readonly made: readonly ApiRecord[]
  /** Chosen records that find no place, with the reason. */
  readonly refused: ReadonlyMap<RecordId, string>
}

/** Finds a place and a free name for a copy of everything in a clip that is not there already. */
export function placeCopies(definition: Definition, clip: Clip, target: PasteTarget): PlacedCopies {
  const source = definitionOf(clip.records)
  const roots = new Set(clip.roots)
  const above = new Map(clip.records.map(({ id }) => [id, rootAbove(source, id, roots)]))
  const ids = sharedAlready(
    clip.records.filter(({ id }) => above.get(id) === null),
    definition,
  )
  // The chosen are copied, also beside their like.
  for (const id of roots) ids.delete(id)
  const copied = clip.records.filter(({ id }) => !ids.has(id))
  for (const { id, kind } of copied) ids.set(id, newId(kind))
  const draft = new Map(definition)
  const copies = new Map<RecordId, ApiRecord>()
  const refused = new Map<RecordId, string>()

  const standing = (record: ApiRecord): ApiRecord | string => {
    const copy = withPointers(record, ids)
    const { copies: rules } = nodeOf(record.kind)
    if (target === 'beside' || !roots.has(record.id) || !rules?.into) return copy
    return rules.into(copy, target.at, draft)
  }
  const refuse = ({ id }: ApiRecord, reason: string): true => {
    refused.set(above.get(id) ?? id, reason)
    return true
  }
  /** Says whether that is settled: one whose name is taken waits until all others have theirs. */
  const place = (record: ApiRecord, mayRename: boolean): boolean => {
    const copy = standing(record)
    if (typeof copy === 'string') return refuse(record, copy)
    const free = nodeOf(record.kind).copies?.free(copy, draft) ?? copy
    if (typeof free === 'string') return refuse(record, free)
    if (!mayRename && contentOf(copy) !== contentOf(free)) return false
    copies.set(record.id, free)
    draft.set(free.id, free)
    return true
  }
  const first = copied.filter(({ id }) => above.get(id) === null)
  for (const record of first.filter((each) => !place(each, false))) place(record, true)
  // An owner stands before what belongs to it.
  for (const record of copied) if (above.get(record.id) !== null) place(record, true)
  const placed = new Set([...copies.values()].map(({ id }) => id))
  const made = [...draft.values()].filter(({ id }) => !definition.has(id) && !placed.has(id))
  return { copies, made, refused }
}

/** The record under its own new id, pointing at what these ids say; what else it pointed at is not there to point at. */
function withPointers(record: ApiRecord, ids: ReadonlyMap<RecordId, RecordId>): ApiRecord {
  const next: Record<string, unknown> = { ...record, id: ids.get(record.id) }
  for (const { path, id } of kindOf(record.kind).references(record)) {
    const [field] = path
    if (field === undefined || path.length > 1) continue
    if (ids.has(id)) next[field] = ids.get(id)
    else if (id !== ownerOf(record)) delete next[field]
  }
  return next as unknown as ApiRecord
}
