import type { DesignerCommand } from './designer-command.ts'

/** Everything is saved as it is made; whoever presses the keys wants to see it said. */
export const saveNow: DesignerCommand = {
  id: 'save',
  label: 'Save now',
  shortcut: 'mod+s',
  run: ({ session }) => void session.autosave.retry(),
}
