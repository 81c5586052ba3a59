import type { RecordId } from '@penstock/model'
import { cx } from '@penstock/ui'
import { useId, useRef, useState } from 'react'
import { useDesigner } from '../designer-context.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { renameDraftKey } from '../nodes/rename-field.tsx'

/** A name as it is typed in its place: Enter takes it, Escape leaves it as it was. What can't be taken stays, with the reason. */
export function RenameInput({ id, className }: { id: RecordId; className?: string }) {
  const { session, view } = useDesigner()
  const { editor, drafts } = session
  const record = editor.get(id)
  const rename = record ? nodeOf(record.kind).rename : null
  const [text, setText] = useState(
    () => drafts.get(renameDraftKey(id)) ?? (record ? rename?.value(record) : '') ?? '',
  )
  const isDone = useRef(false)
  const help = useId()
  if (!record || !rename) return null
  const before = rename.value(record)
  const problem = text === before ? null : (rename.problemOf?.(editor.definition, record, text) ?? null)
  const said = problem ?? rename.effectOf?.(text) ?? null
  const close = (input: HTMLElement | null) => {
    isDone.current = true
    // The keyboard goes on from where it was.
    input?.closest<HTMLElement>('[role=tree], [role=application]')?.focus({ preventScroll: true })
    view.setState({ renaming: null })
  }
  const take = () => {
    drafts.delete(renameDraftKey(id))
    if (text !== before)
      editor.run(`Rename ${nodeOf(record.kind).noun}`, (transaction) =>
        rename.apply(transaction, record, text),
      )
  }
  return (
    <span className="nodrag nopan relative min-w-0 flex-1">
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a key or a double click asked to type here
        autoFocus
        aria-label={rename.label}
        aria-invalid={problem !== null}
        {...(said ? { 'aria-describedby': help } : {})}
        value={text}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.target.value)}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') {
            drafts.delete(renameDraftKey(id))
            close(event.currentTarget)
          } else if (event.key === 'Enter' && problem === null) {
            take()
            close(event.currentTarget)
          }
        }}
        onBlur={() => {
          if (isDone.current) return
          // Kept for the form, which says why it can't be taken.
          if (problem === null) take()
          else drafts.set(renameDraftKey(id), text)
          view.setState({ renaming: null })
        }}
        className={cx(
          'w-full rounded-sm bg-surface px-1 text-sm text-fg outline-2 outline-offset-0',
          problem ? 'outline-danger' : 'outline-focus',
          rename.isMono && 'font-mono text-xs',
          className,
        )}
      />
      {said && (
        <span
          id={help}
          role="status"
          className={cx(
            'absolute top-full left-0 z-20 mt-1.5 w-max max-w-64 rounded-md border border-line bg-raised px-2 py-1 text-xs shadow-float',
            problem ? 'text-danger' : 'text-fg-2',
          )}
        >
          {said}
        </span>
      )}
    </span>
  )
}
