import { type Direction, walk } from '../canvas/index.ts'
import type { DesignerContext } from '../designer/designer-context.ts'
import type { DesignerCommand } from './designer-command.ts'

function step({ session, canvas }: DesignerContext, direction: Direction, isExtending: boolean): void {
  const { selection } = session.editor
  const { index } = session.graph.view()
  const first = index.graph.nodes[0]?.id
  const from = selection.primary === null ? null : session.graph.nodeFor(selection.primary)
  const to = from === null ? first : walk(index, from, direction)
  if (!to) return
  selection.set(isExtending ? [...selection.ids.filter((id) => id !== to), to] : [to])
  canvas.current?.bringIntoSight(to)
}

const directions: readonly { direction: Direction; key: string; to: string }[] = [
  { direction: 'left', key: 'ArrowLeft', to: 'what leads here' },
  { direction: 'right', key: 'ArrowRight', to: 'what this leads to' },
  { direction: 'up', key: 'ArrowUp', to: 'the node above' },
  { direction: 'down', key: 'ArrowDown', to: 'the node below' },
]

/** Arrows walk the graph along its edges; with Shift they extend the selection. */
export const walkGraph: readonly DesignerCommand[] = directions.flatMap(({ direction, key, to }) => [
  {
    id: `walk-${direction}`,
    label: `Go to ${to}`,
    shortcut: key,
    ownKeys: true,
    hidden: true,
    run: (context) => step(context, direction, false),
  },
  {
    id: `extend-${direction}`,
    label: `Extend the selection to ${to}`,
    shortcut: `shift+${key}`,
    ownKeys: true,
    hidden: true,
    run: (context) => step(context, direction, true),
  },
])
