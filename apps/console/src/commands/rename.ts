import { nodeOf } from '../designer/nodes/definitions.ts'
import type { DesignerCommand } from './designer-command.ts'

export const rename: DesignerCommand = {
  id: 'rename',
  label: 'Rename selection',
  shortcut: 'F2',
  ownKeys: true,
  enabled: ({ session }) => {
    const { primary } = session.editor.selection
    const record = primary === null ? undefined : session.editor.get(primary)
    return record !== undefined && nodeOf(record.kind).rename !== null
  },
  run: ({ session, view }) =>
    view.setState({ isInspectorOpen: true, wantsRename: session.editor.selection.primary }),
}
