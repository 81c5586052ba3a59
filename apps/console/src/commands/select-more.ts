import type { DesignerContext } from '../designer/designer-context.ts'
import type { PlacedNode, SpatialIndex } from '../layout/index.ts'
import type { DesignerCommand } from './designer-command.ts'

export const selectAll: DesignerCommand = {
  id: 'select-all',
  label: 'Select all that is drawn',
  shortcut: 'mod+a',
  ownKeys: true,
  run: ({ session: { editor, graph } }) => {
    const drawn = graph.view().index.graph.nodes.map(({ id }) => id)
    // What the inspector shows stays.
    const { primary } = editor.selection
    const ids = drawn.filter((id) => editor.get(id) && id !== primary)
    editor.selection.set(primary === null ? ids : [...ids, primary])
  },
}

type Side = (index: SpatialIndex, id: string) => readonly PlacedNode[]

function extendAlong({ session: { editor, graph } }: DesignerContext, side: Side): void {
  const { index } = graph.view()
  const { primary } = editor.selection
  const found = new Set(editor.selection.ids)
  // A set grows while it is walked.
  for (const id of found) for (const next of side(index, id)) if (editor.get(next.id)) found.add(next.id)
  const ids = [...found].filter((id) => id !== primary)
  editor.selection.set(primary === null ? ids : [...ids, primary])
}

const hasSelection = ({ session }: DesignerContext) => session.editor.selection.primary !== null

/** All of it, or all that leads to or follows from what is selected. */
export const selectMore: readonly DesignerCommand[] = [
  selectAll,
  {
    id: 'select-before',
    label: 'Select all that leads here',
    shortcut: 'shift+alt+ArrowLeft',
    ownKeys: true,
    enabled: hasSelection,
    run: (context) => extendAlong(context, (index, id) => index.sources(id)),
  },
  {
    id: 'select-after',
    label: 'Select all that follows',
    shortcut: 'shift+alt+ArrowRight',
    ownKeys: true,
    enabled: hasSelection,
    run: (context) => extendAlong(context, (index, id) => [...index.children(id), ...index.targets(id)]),
  },
]
