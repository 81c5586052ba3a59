import type { DesignerCommand } from './designer-command.ts'

export const openInspector: DesignerCommand = {
  id: 'inspect',
  label: 'Edit the selection',
  shortcut: 'Enter',
  ownKeys: true,
  enabled: ({ session }) => session.editor.selection.primary !== null,
  run: ({ view }) => view.setState({ isInspectorOpen: true, wantsInspector: true }),
}
