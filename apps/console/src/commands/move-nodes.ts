import type { DesignerContext } from '../designer/designer-context.ts'
import type { DesignerCommand } from './designer-command.ts'

const stepPx = 24

function move({ session, canvas }: DesignerContext, dx: number, dy: number): void {
  const { editor, graph } = session
  const { index } = graph.view()
  const nodes = editor.selection.ids.flatMap((id) => index.node(id) ?? [])
  editor.run(
    'Move',
    (transaction) => {
      for (const { id, x, y } of nodes)
        transaction.place(id, { x: Math.round(x + dx), y: Math.round(y + dy) })
    },
    { mergeKey: `move ${editor.selection.ids.join()}` },
  )
  if (editor.selection.primary) canvas.current?.bringIntoSight(editor.selection.primary)
}

const directions = [
  { key: 'ArrowLeft', to: 'left', dx: -stepPx, dy: 0 },
  { key: 'ArrowRight', to: 'right', dx: stepPx, dy: 0 },
  { key: 'ArrowUp', to: 'up', dx: 0, dy: -stepPx },
  { key: 'ArrowDown', to: 'down', dx: 0, dy: stepPx },
]

/** Moves the selected nodes as dragging does. */
export const moveNodes: readonly DesignerCommand[] = directions.map(({ key, to, dx, dy }) => ({
  id: `move-${to}`,
  label: `Move the selection ${to}`,
  shortcut: `alt+${key}`,
  ownKeys: true,
  hidden: true,
  enabled: ({ session }) => session.editor.selection.primary !== null,
  run: (context) => move(context, dx, dy),
}))
