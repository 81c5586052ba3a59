import { canConnectFrom, pickConnection } from '../designer/pick-connection.ts'
import type { DesignerCommand } from './designer-command.ts'
import { placeOfSelection } from './place-of-selection.ts'

/** What dragging from a handle does, by keyboard. */
export const connectTo: DesignerCommand = {
  id: 'connect',
  label: 'Connect the selection to…',
  shortcut: 'c',
  keywords: ['edge', 'link', 'wire'],
  ownKeys: true,
  enabled: ({ session: { editor } }) =>
    editor.selection.primary !== null && canConnectFrom(editor.definition, editor.selection.primary),
  run: (context) => {
    const { primary } = context.session.editor.selection
    if (primary !== null) pickConnection(context, primary, placeOfSelection(context))
  },
}
