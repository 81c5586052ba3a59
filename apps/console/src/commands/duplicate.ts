import { duplicateRecords } from '../designer/edits/duplicate-records.ts'
import type { DesignerCommand } from './designer-command.ts'

export const duplicate: DesignerCommand = {
  id: 'duplicate',
  label: 'Duplicate selection',
  shortcut: 'mod+d',
  enabled: ({ session }) => session.editor.selection.ids.length > 0,
  run: ({ session }) => {
    const { editor, graph } = session
    let copies: string[] = []
    editor.run('Duplicate', (transaction) => {
      copies = duplicateRecords(transaction, editor.selection.ids)
    })
    if (copies.length === 0) return
    graph.reveal(copies)
    editor.selection.set(copies)
  },
}
