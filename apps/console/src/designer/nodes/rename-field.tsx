import type { ApiRecord } from '@penstock/model'
import { useEffect, useRef } from 'react'
import { Field } from '../fields/field.tsx'
import { useDesigner, useView } from '../designer-context.ts'
import { DraftField } from '../fields/draft-field.tsx'
import { nodeOf } from './definitions.ts'

/** The field that F2 goes to: the record's name, by its kind's own rule of renaming. */
export function RenameField(props: {
  record: ApiRecord
  problemOf?: (value: string) => string | null
  /** What taking the text will do besides renaming, said while it is typed. */
  effectOf?: (value: string) => string | null
  /** Something else is asked for first. */
  isLater?: boolean
  description?: string
  isMono?: boolean
}) {
  const { record, problemOf, effectOf, description, isMono } = props
  const { session, view } = useDesigner()
  const input = useRef<HTMLInputElement>(null)
  const isWanted = useView((shown) => shown.wantsRename === record.id) && !props.isLater
  useEffect(() => {
    if (!isWanted) return
    view.setState({ wantsRename: null })
    input.current?.focus()
    input.current?.select()
  }, [isWanted, view])
  const { rename, noun } = nodeOf(record.kind)
  if (!rename) return null
  return (
    <Field path="name pathPart operationId">
      <DraftField
        key={record.id}
        label={rename.label}
        value={rename.value(record)}
        inputRef={input}
        isMono={isMono ?? false}
        draftKey={`${record.id} name`}
        {...(problemOf ? { problemOf } : {})}
        {...(effectOf ? { effectOf } : {})}
        {...(description ? { description } : {})}
        onCommit={(value) => {
          session.editor.run(`Rename ${noun}`, (transaction) => rename.apply(transaction, record, value))
        }}
      />
    </Field>
  )
}
