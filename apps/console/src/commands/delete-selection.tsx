import { Button, toast } from '@penstock/ui'
import { deleteRecords, protectedBecause, usersInWords } from '../designer/edits/delete-records.ts'
import { nodeOf } from '../designer/nodes/definitions.ts'
import type { DesignerCommand } from './designer-command.ts'

/** Deletes at once and offers to undo it; says what used it. */
export const deleteSelection: DesignerCommand = {
  id: 'delete',
  label: 'Delete selection',
  shortcut: 'Delete',
  ownKeys: true,
  enabled: ({ session }) => session.editor.selection.ids.length > 0,
  run: ({ session }) => {
    const { editor } = session
    const { definition } = editor
    const records = editor.selection.ids.flatMap((id) => definition.get(id) ?? [])
    const deletable = records.filter((record) => protectedBecause(record) === null)
    const [first] = deletable
    if (!first) {
      const reason = records[0] && protectedBecause(records[0])
      if (reason) toast({ title: 'This can’t be deleted here', description: reason })
      return
    }
    const node = nodeOf(first.kind)
    const what = deletable.length === 1 ? node.noun : `${deletable.length} nodes`
    const users = deletable.length === 1 ? usersInWords(definition, first.id) : null
    const name = [node.method?.(first), node.title(first, definition)].filter(Boolean).join(' ')
    let count = 0
    editor.run(`Delete ${what}`, (transaction) => {
      count = deleteRecords(
        transaction,
        deletable.map((record) => record.id),
      ).size
    })
    const along = count - deletable.length
    const dismiss = toast({
      title: deletable.length === 1 ? `Deleted ${name}` : `Deleted ${what}`,
      description: [
        along > 0 ? `${along} more went with it.` : '',
        users ? `${users} used it and now lead nowhere.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      action: (
        <Button
          onPress={() => {
            editor.undo()
            dismiss()
          }}
        >
          Undo
        </Button>
      ),
    })
  },
}
