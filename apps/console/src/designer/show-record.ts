import type { RecordId } from '@penstock/model'
import type { DesignerContext } from './designer-context.ts'

/** Selects a record and brings it into sight, also where it is selected already. */
export function showRecord(designer: DesignerContext, id: RecordId): void {
  showRecords(designer, [id])
}

/** Selects these, and brings the last of them into sight. */
export function showRecords({ session, canvas }: DesignerContext, ids: readonly RecordId[]): void {
  const last = ids.at(-1)
  if (last === undefined) return
  session.graph.reveal(ids)
  session.editor.selection.set(ids)
  canvas.current?.bringIntoSight(last)
}
