import type { DesignerCommand } from './designer-command.ts'

const gestures: readonly { id: string; label: string; shortcut: string }[] = [
  { id: 'box-select', label: 'Select with a box', shortcut: 'shift+drag' },
  { id: 'extend-click', label: 'Add to the selection or take away', shortcut: 'shift+click' },
  { id: 'pan', label: 'Move the canvas', shortcut: 'Space+drag' },
  { id: 'wheel-zoom', label: 'Zoom at the pointer', shortcut: 'mod+scroll' },
  { id: 'drag-freely', label: 'Drag past grid and guides', shortcut: 'alt+drag' },
  { id: 'rename-click', label: 'Rename in place', shortcut: 'double+click' },
]

/** What the pointer does, for the sheet of shortcuts: no key runs these. */
export const pointerGestures: readonly DesignerCommand[] = gestures.map((gesture) => ({
  ...gesture,
  ownKeys: true,
  hidden: true,
  enabled: () => false,
  run: () => {},
}))
