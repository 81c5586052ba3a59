import type { DesignerContext } from '../designer/designer-context.ts'
import { align, type Box, distribute, type Edge, type Moves, tidy } from '../designer/arrange/align.ts'
import { rememberSnapping } from '../designer/arrange/snap-choice.ts'
import type { DesignerCommand } from './designer-command.ts'

/** What is selected and drawn; steps of flows stand where their flow puts them. */
function selectedBoxes({ session: { editor, graph } }: DesignerContext): Box[] {
  const { index } = graph.view()
  return editor.selection.ids.flatMap((id) => (editor.get(id) ? (index.node(id) ?? []) : []))
}

function place({ session: { editor } }: DesignerContext, name: string, moves: Moves): void {
  editor.run(name, (transaction) => {
    for (const [id, { x, y }] of moves) transaction.place(id, { x: Math.round(x), y: Math.round(y) })
  })
}

const needs = (least: number) => (context: DesignerContext) => selectedBoxes(context).length >= least

const edges: readonly { edge: Edge; label: string }[] = [
  { edge: 'left', label: 'Align left' },
  { edge: 'center', label: 'Align centres' },
  { edge: 'right', label: 'Align right' },
  { edge: 'top', label: 'Align tops' },
  { edge: 'middle', label: 'Align middles' },
  { edge: 'bottom', label: 'Align bottoms' },
]

/** One line, at an edge or the middle of what is selected. */
export const alignCommands: readonly DesignerCommand[] = edges.map(({ edge, label }) => ({
  id: `align-${edge}`,
  label,
  keywords: ['arrange', 'line'],
  enabled: needs(2),
  run: (context) => place(context, label, align(selectedBoxes(context), edge)),
}))

export const distributeCommands: readonly DesignerCommand[] = (['across', 'down'] as const).map((axis) => ({
  id: `distribute-${axis}`,
  label: axis === 'across' ? 'Distribute from left to right' : 'Distribute from top to bottom',
  keywords: ['arrange', 'space', 'gaps'],
  enabled: needs(3),
  run: (context) => place(context, 'Distribute', distribute(selectedBoxes(context), axis)),
}))

export const tidySelection: DesignerCommand = {
  id: 'tidy',
  label: 'Tidy selection',
  shortcut: 'shift+t',
  ownKeys: true,
  keywords: ['arrange', 'columns', 'layout'],
  enabled: needs(2),
  run: (context) => place(context, 'Tidy', tidy(selectedBoxes(context))),
}

/** Gives what was moved by hand back to the layout: what is selected, or everything. */
export const resetPositions: DesignerCommand = {
  id: 'reset-positions',
  label: 'Reset positions',
  keywords: ['arrange', 'layout', 'tidy'],
  enabled: ({ session: { editor } }) => movedIds(editor).length > 0,
  run: ({ session: { editor } }) => {
    const ids = movedIds(editor)
    editor.run('Reset positions', (transaction) => {
      for (const id of ids) transaction.place(id, null)
    })
  },
}

function movedIds(editor: DesignerContext['session']['editor']): string[] {
  const { ids } = editor.selection
  const moved = [...editor.positions.keys()]
  return ids.length === 0 ? moved : moved.filter((id) => ids.includes(id))
}

export const toggleSnapping: DesignerCommand = {
  id: 'snap',
  label: 'Snap to the grid and to other nodes',
  keywords: ['guides', 'align', 'drag'],
  run: ({ view }) => {
    const isSnapping = !view.getState().isSnapping
    rememberSnapping(isSnapping)
    view.setState({ isSnapping })
  },
}

export const arrangeCommands: readonly DesignerCommand[] = [
  ...alignCommands,
  ...distributeCommands,
  tidySelection,
  resetPositions,
  toggleSnapping,
]
