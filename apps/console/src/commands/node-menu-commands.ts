import type { DesignerContext } from '../designer/designer-context.ts'
import { protectedBecause } from '../designer/edits/delete-records.ts'
import { nodeOf } from '../designer/nodes/definitions.ts'
import { addItems } from './add-items.ts'
import { tidySelection } from './arrange.ts'
import { copy, cut, paste } from './clipboard-commands.ts'
import { deleteSelection } from './delete-selection.tsx'
import type { DesignerCommand } from './designer-command.ts'
import { duplicate } from './duplicate.ts'
import { rename } from './rename.ts'

/** What the menu of the selection offers, in groups: what one node takes, then what can be done with all of it. */
export function nodeMenuCommands(context: DesignerContext): readonly (readonly DesignerCommand[])[] {
  const { editor } = context.session
  const records = editor.selection.ids.flatMap((id) => editor.get(id) ?? [])
  const [only] = records.length === 1 ? records : []
  const takes = only ? nodeOf(only.kind).takes : []
  const isKept = records.every((record) => protectedBecause(record) !== null)
  const offered = isKept ? [rename, paste] : [...(only ? [rename] : []), cut, copy, paste, duplicate]
  return [
    takes.flatMap((id) => addItems.find((item) => item.id === `add-${id}`) ?? []),
    offered.filter((command) => command.enabled?.(context) !== false),
    [tidySelection].filter((each) => each.enabled?.(context)),
    isKept ? [] : [deleteSelection],
  ].filter((group) => group.length > 0)
}
