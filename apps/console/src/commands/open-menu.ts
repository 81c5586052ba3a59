import type { DesignerCommand } from './designer-command.ts'
import { placeOfSelection } from './place-of-selection.ts'

/** Opens the menu of the selection, or of the canvas where nothing is selected, beside the line or the node that has the keyboard. The Menu key does the same. */
export const openMenu: DesignerCommand = {
  id: 'menu',
  label: 'Menu of the selection',
  shortcut: 'shift+F10',
  ownKeys: true,
  hidden: true,
  run: (context) => {
    const at = placeOfSelection(context)
    const isOfSelection = context.session.editor.selection.primary !== null
    context.view.setState(isOfSelection ? { menuAt: at } : { canvasMenu: { at, edge: null } })
  },
}
