import type { Command } from '../app/command-registry.ts'
import type { DesignerContext } from '../designer/designer-context.ts'

/** One user intent of the designer as data: menu, keyboard, palette and the shortcuts sheet are made from these. */
export interface DesignerCommand {
  readonly id: string
  readonly label: string
  readonly shortcut?: string
  readonly keywords?: readonly string[]
  /** The keys work only while the canvas or the outline has the focus, which runs them itself. */
  readonly ownKeys?: boolean
  /** The keys come as events of the browser's own (copy, cut, paste): only listed. */
  readonly browserKeys?: boolean
  readonly hidden?: boolean
  readonly undoes?: 'undo' | 'redo'
  readonly enabled?: (context: DesignerContext) => boolean
  readonly run: (context: DesignerContext) => void
}

/** The command as the shell's registry knows it. */
export function bindCommand(command: DesignerCommand, context: DesignerContext): Command {
  const { id, label, shortcut, keywords, ownKeys, browserKeys, hidden, undoes, enabled } = command
  return {
    id: `designer.${id}`,
    label,
    group: 'Designer',
    ...(shortcut ? { shortcut } : {}),
    ...(keywords ? { keywords } : {}),
    ...(ownKeys || browserKeys ? { ownKeys: true } : {}),
    ...(hidden ? { hidden } : {}),
    ...(undoes ? { undoes } : {}),
    ...(enabled ? { enabled: () => enabled(context) } : {}),
    run: () => command.run(context),
  }
}
