import type { DesignerCommand } from './designer-command.ts'

/** Opens the list of what the selected node takes. */
export const addChild: DesignerCommand = {
  id: 'add',
  label: 'Add to the selection',
  shortcut: 'Tab',
  keywords: ['new', 'child', 'insert'],
  ownKeys: true,
  run: ({ session, view }) => view.setState({ addingTo: { id: session.editor.selection.primary } }),
}
