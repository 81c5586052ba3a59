import type { DesignerContext } from '../designer/designer-context.ts'

/** Where on the screen the selection is: its line in the outline if that has the keyboard, else its node. */
export function placeOfSelection({ session, canvas }: DesignerContext): { x: number; y: number } {
  const focused = document.activeElement
  const line = document.getElementById(focused?.getAttribute('aria-activedescendant') ?? '')
  const { primary } = session.editor.selection
  const node = primary === null ? null : session.graph.nodeFor(primary)
  const place = line ? null : node === null ? null : canvas.current?.placeOf(node)
  if (place) return place
  const box = (line ?? focused ?? document.body).getBoundingClientRect()
  return { x: box.left + 24, y: line ? box.bottom : box.top + 24 }
}
