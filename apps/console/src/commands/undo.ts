import type { DesignerCommand } from './designer-command.ts'

export const undo: DesignerCommand = {
  id: 'undo',
  label: 'Undo',
  shortcut: 'mod+z',
  undoes: 'undo',
  enabled: ({ session }) => session.editor.undoName !== null,
  run: ({ session }) => void session.editor.undo(),
}
