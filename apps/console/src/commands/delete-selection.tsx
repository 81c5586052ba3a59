import { type Definition, find, pathOf, type RecordId } from '@penstock/model'
import { Button, toast } from '@penstock/ui'
import {
  countInWords,
  deleteRecords,
  deletionLeaves,
  protectedBecause,
  usersInWords,
  usersLeftBy,
} from '../designer/edits/delete-records.ts'
import { ownerOf } from '../designer/edits/references.ts'
import { nodeOf } from '../designer/nodes/definitions.ts'
import type { Editor } from '../editor/index.ts'
import { removeSteps } from './remove-steps.ts'
import type { DesignerCommand } from './designer-command.ts'

/** Deletes at once and offers to undo it. What others use is deleted once a person has seen what does. */
export const deleteSelection: DesignerCommand = {
  id: 'delete',
  label: 'Delete selection',
  shortcut: 'Delete',
  ownKeys: true,
  enabled: ({ session }) => session.editor.selection.ids.length > 0,
  run: ({ session, view }) => {
    const { editor } = session
    if (removeSteps(session)) return
    const { definition } = editor
    const records = editor.selection.ids.flatMap((id) => definition.get(id) ?? [])
    const deletable = records.filter((record) => protectedBecause(record) === null)
    const [first] = deletable
    if (!first) {
      const reason = records[0] && protectedBecause(records[0])
      if (reason) toast({ title: 'This can’t be deleted here', description: reason })
      return
    }
    const ids = deletable.map(({ id }) => id)
    if (usersLeftBy(definition, ids).length > 0) view.setState({ deleting: ids })
    else deleteNow(editor, ids)
  },
}

/** Deletes records with what goes along, in one undo that is offered at once. */
export function deleteNow(editor: Editor, ids: readonly RecordId[]): void {
  const { definition } = editor
  const deletable = ids.flatMap((id) => definition.get(id) ?? [])
  const [first] = deletable
  if (!first) return
  const node = nodeOf(first.kind)
  const what = deletable.length === 1 ? node.noun : `${deletable.length} nodes`
  const users = deletable.length === 1 ? usersInWords(definition, first.id) : null
  const name = [node.method?.(first), node.title(first, definition)].filter(Boolean).join(' ')
  let gone: ReadonlySet<string> = new Set()
  editor.run(`Delete ${what}`, (transaction) => {
    gone = deleteRecords(
      transaction,
      deletable.map((record) => record.id),
    )
  })
  const chosen = new Set(deletable.map((record) => record.id))
  const along = countInWords([...gone].flatMap((id) => (chosen.has(id) ? [] : (definition.get(id) ?? []))))
  const emptied = deletable.flatMap(({ id }) => leftWithoutMethods(definition, editor.definition, id) ?? [])
  offerUndo(editor, {
    title: deletable.length === 1 ? `Deleted ${name}` : `Deleted ${what}`,
    description: [
      along ? `${along} went with it.` : '',
      users ? `${users} used it. ${deletionLeaves(deletable)}` : '',
      ...emptied.slice(0, 1).map((path) => `${path} is left without methods.`),
    ]
      .filter(Boolean)
      .join(' '),
  })
}

const undoMs = 8000

/** A toast that takes back this one step, also after others; gone when that can't be done any more. */
function offerUndo(editor: Editor, content: { title: string; description: string }): void {
  const { mark } = editor
  if (mark === null) return
  const dismiss = toast({
    ...content,
    timeoutMs: undoMs,
    onClose: () => stop(),
    action: (
      <Button
        // Several may stand below each other: each says what it takes back.
        aria-label={`Undo: ${content.title}`}
        onPress={() => {
          dismiss()
          editor.takeBack(mark)
        }}
      >
        Undo
      </Button>
    ),
  })
  const stop = editor.onChange(() => {
    if (!editor.canTakeBack(mark)) dismiss()
  })
}

/** The path of the resource that a deleted method was the last thing of, or null. */
function leftWithoutMethods(before: Definition, after: Definition, id: string): string | null {
  const resource = find(after, 'resource', find(before, 'method', id)?.resource)
  if (!resource || resource.parent === null) return null
  for (const record of after.values()) if (ownerOf(record) === resource.id) return null
  return pathOf(after, resource.id) ?? null
}
