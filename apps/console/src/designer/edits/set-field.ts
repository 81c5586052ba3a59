import type { ApiRecord, RecordOf, RecordKind } from '@penstock/model'
import type { Editor } from '../../editor/index.ts'

/** Writes one field of a record; empty text and undefined take it out. Typing in one field is one undo step. */
export function setField<K extends RecordKind, F extends keyof RecordOf<K> & string>(
  editor: Editor,
  record: RecordOf<K>,
  field: F,
  value: RecordOf<K>[F] | undefined,
): void {
  editor.run(
    `Edit ${field}`,
    (transaction) => {
      const current = transaction.get(record.id)
      if (!current) return
      const { [field]: _, ...rest } = current as unknown as Record<string, unknown>
      const next = value === undefined || value === '' ? rest : { ...current, [field]: value }
      transaction.put(next as unknown as ApiRecord)
    },
    { mergeKey: `${record.id}.${field}` },
  )
}
