import type { DesignerCommand } from './designer-command.ts'

/** Opens the list of what the selected node takes. */
export const addChild: DesignerCommand = {
  id: 'add',
  label: 'Add to the selection on the canvas',
  shortcut: 'Tab',
  keywords: ['new', 'child', 'insert'],
  ownKeys: true,
  run: ({ session, view }) => view.setState({ addingTo: { id: session.editor.selection.primary } }),
}

/** The same where Tab moves the focus on, as in the outline. */
export const insertChild: DesignerCommand = {
  ...addChild,
  id: 'insert',
  label: 'Add to the selection, also in the outline',
  shortcut: 'Insert',
  hidden: true,
}
