import { toast } from '@penstock/ui'
import type { Pasted } from '../designer/clipboard/paste-records.ts'
import { duplicateRecords } from '../designer/edits/duplicate-records.ts'
import type { DesignerCommand } from './designer-command.ts'

export const duplicate: DesignerCommand = {
  id: 'duplicate',
  label: 'Duplicate selection',
  shortcut: 'mod+d',
  enabled: ({ session }) => session.editor.selection.ids.length > 0,
  run: ({ session }) => {
    const { editor, graph } = session
    let pasted: Pasted = { roots: [], refusals: [], withoutSecrets: [] }
    editor.run('Duplicate', (transaction) => {
      pasted = duplicateRecords(transaction, editor.selection.ids)
    })
    const { roots, refusals } = pasted
    if (refusals.length > 0) toast({ title: 'This can’t be duplicated', description: refusals.join(' ') })
    if (roots.length === 0) return
    graph.reveal(roots)
    editor.selection.set(roots)
  },
}
