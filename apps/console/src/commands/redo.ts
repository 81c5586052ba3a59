import type { DesignerCommand } from './designer-command.ts'

export const redo: DesignerCommand = {
  id: 'redo',
  label: 'Redo',
  shortcut: 'mod+shift+z',
  undoes: 'redo',
  enabled: ({ session }) => session.editor.redoName !== null,
  run: ({ session }) => void session.editor.redo(),
}
