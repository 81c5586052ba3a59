import {
  type ApiRecord,
  type Definition,
  emptyDiff,
  type RecordId,
  type RecordsDiff,
  sameRecord,
} from '@penstock/model'

/** A change of one record; none where it is gone, or where `edit` leaves it as it is. */
export function changeRecord(
  definition: Definition,
  id: RecordId | undefined,
  edit: (record: ApiRecord) => ApiRecord | undefined,
): RecordsDiff {
  const record = id === undefined ? undefined : definition.get(id)
  const edited = record && edit(record)
  if (!record || !edited || sameRecord(edited, record)) return emptyDiff
  return { ...emptyDiff, updated: { [record.id]: [record, edited] } }
}

export function removeRecord(definition: Definition, id: RecordId | undefined): RecordsDiff {
  const record = id === undefined ? undefined : definition.get(id)
  return record ? { ...emptyDiff, removed: { [record.id]: record } } : emptyDiff
}

/** A copy of a JSON value with another value at a path; undefined takes the member or the item out. */
export function withValue<T>(root: T, path: readonly (string | number)[], value: unknown): T {
  const [key, ...rest] = path
  if (key === undefined) return value as T
  if (typeof root !== 'object' || root === null) return root
  const below = (root as Record<string | number, unknown>)[key]
  if (rest.length > 0 && (typeof below !== 'object' || below === null)) return root
  const next = rest.length === 0 ? value : withValue(below, rest, value)
  if (Array.isArray(root)) {
    const copy: unknown[] = [...root]
    if (next === undefined) copy.splice(Number(key), 1)
    else copy[Number(key)] = next
    return copy as T
  }
  const copy = { ...root } as Record<string | number, unknown>
  if (next === undefined) delete copy[key]
  else copy[key] = next
  return copy as T
}

/** What stands at a path of a JSON value. */
export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}
