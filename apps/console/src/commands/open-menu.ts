import type { DesignerContext } from '../designer/designer-context.ts'
import type { DesignerCommand } from './designer-command.ts'

/** Opens the menu of the selection, beside the line or the node that has the keyboard. The Menu key does the same. */
export const openMenu: DesignerCommand = {
  id: 'menu',
  label: 'Menu of the selection',
  shortcut: 'shift+F10',
  ownKeys: true,
  hidden: true,
  enabled: ({ session }) => session.editor.selection.primary !== null,
  run: (context) => context.view.setState({ menuAt: placeOf(context) }),
}

function placeOf({ session, canvas }: DesignerContext): { x: number; y: number } {
  const focused = document.activeElement
  const line = document.getElementById(focused?.getAttribute('aria-activedescendant') ?? '')
  const { primary } = session.editor.selection
  const node = primary === null ? null : session.graph.nodeFor(primary)
  const place = line ? null : node === null ? null : canvas.current?.placeOf(node)
  if (place) return place
  const box = (line ?? focused ?? document.body).getBoundingClientRect()
  return { x: box.left + 24, y: line ? box.bottom : box.top + 24 }
}
