import type { ApiRecord, Definition } from '@penstock/model'
import { nodeOf } from '../nodes/definitions.ts'
import type { AnyCommonField } from '../nodes/common-field.ts'

/** The fields that all of these records have; none where they are of different kinds. */
export function commonFieldsOf(records: readonly ApiRecord[]): readonly AnyCommonField[] {
  const [first] = records
  if (!first || records.some(({ kind }) => kind !== first.kind)) return []
  const fields = nodeOf(first.kind).commonFields ?? []
  return fields.filter((field) => records.every((record) => field.isOf?.(record) ?? true))
}

/** The value that all of these records have in a field; null where they differ. */
export function commonValue(
  field: AnyCommonField,
  records: readonly ApiRecord[],
  definition: Definition,
): string | null {
  const values = new Set(records.map((record) => field.value(record, definition)))
  return values.size === 1 ? [...values][0]! : null
}
