import type { DesignerCommand } from './designer-command.ts'

export const toggleBranch: DesignerCommand = {
  id: 'toggle-branch',
  label: 'Open or close the selected branch or flow',
  shortcut: 'Space',
  ownKeys: true,
  hidden: true,
  run: ({ session }) => {
    const { primary } = session.editor.selection
    const node = primary === null ? undefined : session.graph.view().index.node(primary)
    if (node && (node.children > 0 || node.role === 'leaf')) session.graph.toggle(node.id, !node.expanded)
  },
}

export const toggleAllBranches: readonly DesignerCommand[] = [
  {
    id: 'open-every-branch',
    label: 'Open every branch',
    keywords: ['expand', 'all'],
    run: ({ session }) => session.graph.toggleAll(true),
  },
  {
    id: 'close-every-branch',
    label: 'Close every branch',
    keywords: ['collapse', 'all'],
    run: ({ session }) => session.graph.toggleAll(false),
  },
]
