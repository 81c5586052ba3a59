import { isRenamable, startRenaming } from '../designer/rename/start-renaming.ts'
import type { DesignerCommand } from './designer-command.ts'

/** On the line or the card that has the keyboard; in the form where the name is not on the screen. */
export const rename: DesignerCommand = {
  id: 'rename',
  label: 'Rename selection',
  shortcut: 'F2',
  ownKeys: true,
  enabled: (context) => isRenamable(context, context.session.editor.selection.primary),
  run: (context) => {
    const { session, view, canvas } = context
    const { primary } = session.editor.selection
    if (primary === null) return
    if (document.activeElement?.matches('[role=tree]')) startRenaming(context, primary, 'line')
    else if (canvas.current?.showsCard(primary)) {
      canvas.current.bringIntoSight(primary)
      startRenaming(context, primary, 'card')
    } else view.setState({ isInspectorOpen: true, wantsRename: primary })
  },
}
