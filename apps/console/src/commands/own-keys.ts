import { type KeyLike, shortcutProgress } from '../app/shortcut.ts'
import type { DesignerContext } from '../designer/designer-context.ts'
import type { DesignerCommand } from './designer-command.ts'

/** Keys that do what another does: on some keyboards only one of the two is there. */
const otherKeys: Readonly<Record<string, Partial<KeyLike>>> = {
  Backspace: { key: 'Delete' },
  ContextMenu: { key: 'F10', shiftKey: true },
}

/** Runs the command of a key pressed on the canvas or the outline; says whether there was one. */
export function runOwnKeys(
  commands: readonly DesignerCommand[],
  context: DesignerContext,
  event: KeyLike,
): boolean {
  const { metaKey, ctrlKey, shiftKey, altKey } = event
  const typed: KeyLike = { key: event.key, metaKey, ctrlKey, shiftKey, altKey, ...otherKeys[event.key] }
  for (const command of commands) {
    if (!command.ownKeys || !command.shortcut) continue
    if (shortcutProgress(command.shortcut, [typed]) !== 'complete') continue
    if (command.enabled?.(context) === false) continue
    command.run(context)
    return true
  }
  return false
}
