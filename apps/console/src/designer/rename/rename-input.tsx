import type { ApiRecord, RecordId } from '@penstock/model'
import { cx } from '@penstock/ui'
import { useId, useRef } from 'react'
import { useDefinition, useDesigner } from '../designer-context.ts'
import { useDraft } from '../fields/use-draft.ts'
import { nodeOf } from '../nodes/definitions.ts'
import type { AnyNodeDefinition } from '../nodes/node-definition.ts'
import { renameDraftKey } from '../nodes/rename-field.tsx'
import { renameRecord } from './rename-record.ts'

/** A name as it is typed in its place: Enter takes it, Escape leaves it as it was. What can't be taken stays, with the reason. */
export function RenameInput({ id, className }: { id: RecordId; className?: string }) {
  const record = useDefinition().get(id)
  const rename = record ? nodeOf(record.kind).rename : null
  if (!record || !rename) return null
  return <Name key={id} record={record} rename={rename} {...(className ? { className } : {})} />
}

function Name(props: {
  record: ApiRecord
  rename: NonNullable<AnyNodeDefinition['rename']>
  className?: string
}) {
  const { record, rename, className } = props
  const { session, view } = useDesigner()
  const { editor } = session
  const draft = useDraft({
    value: rename.value(record),
    // What can't be taken is kept for the form, which says why.
    draftKey: renameDraftKey(record.id),
    problemOf: (text) => rename.problemOf?.(editor.definition, record, text) ?? null,
    onCommit: (text) => renameRecord(editor, record.id, text),
  })
  const isDone = useRef(false)
  const help = useId()
  const { text, problem } = draft
  const said = problem ?? rename.effectOf?.(text) ?? null
  const close = (input: HTMLElement) => {
    isDone.current = true
    // The keyboard goes on from where it was.
    input.closest<HTMLElement>('[role=tree], [role=application]')?.focus({ preventScroll: true })
    view.setState({ renaming: null })
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
        onChange={(event) => draft.type(event.target.value)}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') {
            draft.giveUp()
            close(event.currentTarget)
          } else if (event.key === 'Enter' && draft.take()) close(event.currentTarget)
        }}
        onBlur={() => {
          if (isDone.current) return
          draft.leave()
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
