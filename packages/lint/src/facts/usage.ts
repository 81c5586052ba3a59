import { type ApiRecord, type Definition, kindOf, nameKey, type RecordId, refsOf } from '@penstock/model'

/** Who is used by anybody. */
export interface Usage {
  /** Ids that a record names in one of its fields. */
  readonly ids: ReadonlySet<RecordId>
  /** `section/name` of models and components that operations reach, through any number of others. */
  readonly names: ReadonlySet<string>
  /** Security schemes that a requirement names. */
  readonly schemes: ReadonlySet<string>
}

const references = new WeakMap<ApiRecord, readonly RecordId[]>()

/** One look at each record; what a record refers to is kept with the record. */
export function usageOf(definition: Definition): Usage {
  const ids = new Set<RecordId>()
  const names = new Set<string>()
  const schemes = new Set<string>()
  const inner = new Map<string, ApiRecord>()
  for (const record of definition.values()) {
    for (const id of idsIn(record)) ids.add(id)
    const key = nameKey(record)
    if (key !== undefined) inner.set(key, record)
    // A model that only another unused model names is unused as well, so what is shared does not count by itself.
    else if (record.kind !== 'opaque' && record.kind !== 'documentation')
      for (const name of refsOf(record)) names.add(name)
    if (record.kind === 'method' || record.kind === 'api')
      for (const requirement of record.security ?? [])
        for (const scheme of Object.keys(requirement)) schemes.add(scheme)
  }
  for (const name of names) {
    const record = inner.get(name)
    if (record) for (const next of refsOf(record)) names.add(next)
  }
  return { ids, names, schemes }
}

function idsIn(record: ApiRecord): readonly RecordId[] {
  let found = references.get(record)
  if (!found) {
    found = kindOf(record.kind)
      .references(record)
      .map(({ id }) => id)
    references.set(record, found)
  }
  return found
}
