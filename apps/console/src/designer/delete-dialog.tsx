import type { ApiRecord, Definition } from '@penstock/model'
import { ConfirmDialog } from '@penstock/ui'
import { deleteNow } from '../commands/delete-selection.tsx'
import { useDesigner, useView } from './designer-context.ts'
import { countInWords, deletionLeaves, usersLeftBy } from './edits/delete-records.ts'
import { nodeOf } from './nodes/definitions.ts'

/** A longer list is read by nobody. */
const most = 100

/** Before something that others use is deleted: what uses it, and what becomes of that. */
export function DeleteDialog() {
  const { session, view } = useDesigner()
  const ids = useView((state) => state.deleting)
  const { definition } = session.editor
  const records = (ids ?? []).flatMap((id) => definition.get(id) ?? [])
  const [first] = records
  const users = first ? usersLeftBy(definition, ids ?? []) : []
  const close = () => view.setState({ deleting: null })
  const what =
    records.length === 1 && first ? nodeOf(first.kind).title(first, definition) : `${records.length} nodes`
  const deed =
    records.length === 1 && first ? `Delete ${nodeOf(first.kind).noun}` : `Delete ${records.length} nodes`
  return (
    <ConfirmDialog
      isOpen={first !== undefined}
      onClose={close}
      title={`Delete ${what}?`}
      confirmLabel={deed}
      isDanger
      onConfirm={() => {
        close()
        deleteNow(session.editor, ids ?? [])
      }}
    >
      <p>
        {countInWords(users)} {users.length === 1 ? 'uses' : 'use'} {records.length === 1 ? 'it' : 'them'}.{' '}
        {deletionLeaves(records)} This can be undone.
      </p>
      <ul aria-label="Used by" className="max-h-64 overflow-y-auto rounded-md border border-line py-1">
        {users.slice(0, most).map((user) => (
          <User key={user.id} user={user} definition={definition} />
        ))}
      </ul>
      {users.length > most && <p>and {users.length - most} more</p>}
    </ConfirmDialog>
  )
}

function User({ user, definition }: { user: ApiRecord; definition: Definition }) {
  const node = nodeOf(user.kind)
  const detail = node.detail(user, definition)
  return (
    <li className="flex h-7 items-center gap-2 px-3">
      <node.glyph aria-hidden className="size-3.5 shrink-0 text-fg-3" />
      {node.method && <span className="font-mono text-xs text-fg-2">{node.method(user)}</span>}
      <span className="truncate text-fg">{node.title(user, definition)}</span>
      {detail && <span className="min-w-0 flex-1 truncate text-right text-xs text-fg-3">{detail}</span>}
    </li>
  )
}
