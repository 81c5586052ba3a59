import type { DesignerCommand } from './designer-command.ts'

export const toggleBranch: DesignerCommand = {
  id: 'toggle-branch',
  label: 'Open or close the selected branch',
  shortcut: 'Space',
  ownKeys: true,
  hidden: true,
  run: ({ session }) => {
    const { primary } = session.editor.selection
    const node = primary === null ? undefined : session.graph.view().index.node(primary)
    if (node && node.children > 0) session.graph.toggle(node.id, !node.expanded)
  },
}
