import type { RecordId } from '@penstock/model'
import type { DesignerContext } from './designer-context.ts'

/** Selects a record and brings it into sight, also where it is selected already. */
export function showRecord({ session, canvas }: DesignerContext, id: RecordId): void {
  session.graph.reveal([id])
  session.editor.selection.set([id])
  canvas.current?.bringIntoSight(id)
}
