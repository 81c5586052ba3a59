import { type KeyLike, shortcutProgress } from '../app/shortcut.ts'
import type { DesignerContext } from '../designer/designer-context.ts'
import type { DesignerCommand } from './designer-command.ts'

/** Runs the command of a key pressed on the canvas or the outline; says whether there was one. Backspace deletes too. */
export function runOwnKeys(
  commands: readonly DesignerCommand[],
  context: DesignerContext,
  event: KeyLike,
): boolean {
  const { metaKey, ctrlKey, shiftKey, altKey } = event
  const typed: KeyLike =
    event.key === 'Backspace' ? { key: 'Delete', metaKey, ctrlKey, shiftKey, altKey } : event
  for (const command of commands) {
    if (!command.ownKeys || !command.shortcut) continue
    if (shortcutProgress(command.shortcut, [typed]) !== 'complete') continue
    if (command.enabled?.(context) === false) continue
    command.run(context)
    return true
  }
  return false
}
