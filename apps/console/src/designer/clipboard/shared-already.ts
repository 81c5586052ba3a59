import {
  type ApiRecord,
  canonicalJson,
  canonicalize,
  type Definition,
  kindOf,
  mapSecrets,
  nameKey,
  type RecordId,
  refsOf,
} from '@penstock/model'

/**
 * Which of these records are there already and mean the same: the id in the clip → the id there.
 * All are taken for reusable until one is found that is not; what speaks of that one is looked at again, as it will
 * speak of a copy.
 */
export function sharedAlready(
  records: readonly ApiRecord[],
  definition: Definition,
): Map<RecordId, RecordId> {
  const reused = new Map<RecordId, RecordId>()
  const renamed = new Set<string>()
  const candidates = candidatesFor(records, definition)
  // What others point at comes first, so that one round does for clips without anything to copy.
  let open = [...records].sort((a, b) => pointsAt(a).length - pointsAt(b).length)
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    for (const record of open) {
      const there = refsOf(record).some((key) => renamed.has(key))
        ? undefined
        : candidates(record).find((other) => contentOf(record, reused) === contentOf(other))
      if (there) {
        reused.set(record.id, there.id)
        continue
      }
      reused.delete(record.id)
      open = open.filter((other) => other !== record)
      // Only where its name is taken does what refers to it change.
      const key = nameKey(record)
      if (key !== undefined && candidates(record).length > 0) renamed.add(key)
      isSettled = false
    }
  }
  return reused
}

/** Records that may mean the same: of the same kind, and of the same name where names are unique. */
function candidatesFor(records: readonly ApiRecord[], definition: Definition) {
  const kinds = new Set(records.map(({ kind }) => kind))
  const groups = new Map<string, ApiRecord[]>()
  for (const record of definition.values()) {
    if (!kinds.has(record.kind)) continue
    const list = groups.get(groupOf(record))
    if (list) list.push(record)
    else groups.set(groupOf(record), [record])
  }
  return (record: ApiRecord): readonly ApiRecord[] => {
    const group = groups.get(groupOf(record)) ?? []
    const same = definition.get(record.id)
    return same?.kind === record.kind ? [same, ...group] : group
  }
}

function groupOf(record: ApiRecord): string {
  const kind = kindOf(record.kind)
  return `${record.kind}\n${kind.unique?.(record) ?? kind.label(record)}`
}

/** All that a record says but its id and its secrets; what it points at as it will be, `?` where that is a copy. */
export function contentOf(record: ApiRecord, ids?: ReadonlyMap<RecordId, RecordId>): string {
  const { id: _, ...rest } = mapSecrets(canonicalize(record), () => '') as ApiRecord & Record<string, unknown>
  if (ids)
    for (const { path, id } of pointsAt(record)) Object.assign(rest, { [path[0]!]: ids.get(id) ?? '?' })
  return canonicalJson(rest)
}

function pointsAt(record: ApiRecord) {
  return kindOf(record.kind)
    .references(record)
    .filter(({ path }) => path.length === 1)
}
