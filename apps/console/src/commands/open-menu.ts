import type { DesignerCommand } from './designer-command.ts'
import { placeOfSelection } from './place-of-selection.ts'

/** Opens the menu of the selection, beside the line or the node that has the keyboard. The Menu key does the same. */
export const openMenu: DesignerCommand = {
  id: 'menu',
  label: 'Menu of the selection',
  shortcut: 'shift+F10',
  ownKeys: true,
  hidden: true,
  enabled: ({ session }) => session.editor.selection.primary !== null,
  run: (context) => context.view.setState({ menuAt: placeOfSelection(context) }),
}
