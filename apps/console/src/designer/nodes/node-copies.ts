import {
  type ApiRecord,
  type Definition,
  kindOf,
  type RecordId,
  type RecordKind,
  type RecordOf,
} from '@penstock/model'

/** How a copy of a kind's record finds its place among what is there. A text instead of a record says why it can't. */
export interface NodeCopies<K extends RecordKind> {
  /** The copy as it stands in what it was put on; may add what that lacks. Absent where it stands in nothing. */
  into?(copy: RecordOf<K>, at: RecordId | null, draft: Map<RecordId, ApiRecord>): RecordOf<K> | string
  /** The copy as it is where its name is free, else under one that is. */
  free(copy: RecordOf<K>, definition: Definition): RecordOf<K> | string
  /** What it speaks of by name, besides what its `$ref`s and its ids lead to. */
  needs?(record: RecordOf<K>, definition: Definition): readonly ApiRecord[]
  /** Another record, speaking of this one by its new name. */
  renamedIn?(other: ApiRecord, from: RecordOf<K>, to: RecordOf<K>): ApiRecord
}

/** The same with its type parameter forgotten. */
export interface AnyNodeCopies {
  into?(copy: ApiRecord, at: RecordId | null, draft: Map<RecordId, ApiRecord>): ApiRecord | string
  free(copy: ApiRecord, definition: Definition): ApiRecord | string
  needs?(record: ApiRecord, definition: Definition): readonly ApiRecord[]
  renamedIn?(other: ApiRecord, from: ApiRecord, to: ApiRecord): ApiRecord
}

/** Gives a copy whose `name` is taken the first number behind it that is free. */
export function freeByName<K extends RecordKind>(separator: string) {
  return (copy: RecordOf<K>, definition: Definition): RecordOf<K> => {
    if (!('name' in copy) || copy.name === undefined) return copy
    const kind = kindOf(copy.kind)
    const named = (name: string) => ({ ...copy, name }) as RecordOf<K>
    const keyOf = (record: ApiRecord) => kind.unique?.(record) ?? ('name' in record ? record.name : undefined)
    const taken = new Set<string>()
    for (const other of definition.values()) {
      const key = other.kind === copy.kind ? keyOf(other) : undefined
      if (key !== undefined) taken.add(key)
    }
    if (!taken.has(keyOf(copy)!)) return copy
    for (let number = 2; ; number++) {
      const next = named(`${copy.name}${separator}${number}`)
      if (!taken.has(keyOf(next)!)) return next
    }
  }
}
