import type { RecordId } from '@penstock/model'
import type { Editor } from '../../editor/index.ts'
import { nodeOf } from '../nodes/definitions.ts'

/** Renames a record by its kind's own rule, as it is by now: what others changed of it since it was shown stays. */
export function renameRecord(editor: Editor, id: RecordId, name: string): void {
  const shown = editor.get(id)
  if (!shown) return
  const { noun, rename } = nodeOf(shown.kind)
  editor.run(`Rename ${noun}`, (transaction) => {
    const record = transaction.get(id)
    if (record) rename?.apply(transaction, record, name)
  })
}
