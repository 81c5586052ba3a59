import type { DesignerCommand } from './designer-command.ts'

export const clearSelection: DesignerCommand = {
  id: 'clear-selection',
  label: 'Select nothing',
  shortcut: 'Escape',
  ownKeys: true,
  hidden: true,
  run: ({ session }) => session.editor.selection.set([]),
}
