import { allItems, runItem } from '../designer/palette-items.ts'
import type { DesignerCommand } from './designer-command.ts'

/** "Add method", "Add resource" and so on, at the selection. */
export const addItems: readonly DesignerCommand[] = allItems.map((item) => ({
  id: `add-${item.id}`,
  label: `Add ${item.label === 'HTTP service' ? item.label : item.label.toLowerCase()}`,
  keywords: ['new', 'create', item.description],
  run: (context) => runItem(context, item.id, context.session.editor.selection.primary),
}))
