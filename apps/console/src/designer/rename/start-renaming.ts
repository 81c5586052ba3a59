import type { RecordId } from '@penstock/model'
import type { DesignerContext } from '../designer-context.ts'
import { nodeOf } from '../nodes/definitions.ts'

/** Whether a record has a name that a person may change. */
export function isRenamable({ session }: DesignerContext, id: RecordId | null): boolean {
  const record = id === null ? undefined : session.editor.get(id)
  const rename = record && nodeOf(record.kind).rename
  return record !== undefined && rename !== null && rename?.isOf?.(record) !== false
}

/** Edits a name where it stands; says whether the record has one to edit. */
export function startRenaming(context: DesignerContext, id: RecordId, on: 'card' | 'line'): boolean {
  if (!isRenamable(context, id)) return false
  context.view.setState({ renaming: { id, on } })
  return true
}
