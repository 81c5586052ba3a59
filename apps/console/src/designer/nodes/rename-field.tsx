import type { ApiRecord, RecordId } from '@penstock/model'
import { useEffect, useRef } from 'react'
import { Field } from '../fields/field.tsx'
import { useDesigner, useView } from '../designer-context.ts'
import { DraftField } from '../fields/draft-field.tsx'
import { renameRecord } from '../rename/rename-record.ts'
import { nodeOf } from './definitions.ts'

/** Under this a name that can't be taken yet is kept, in place and in the form. */
export function renameDraftKey(id: RecordId): string {
  return `${id} name`
}

/** The field that F2 goes to where the name is not on the screen: the record's name, by its kind's own rule of renaming. */
export function RenameField(props: {
  record: ApiRecord
  /** Something else is asked for first. */
  isLater?: boolean
  description?: string
}) {
  const { record, description } = props
  const { session, view } = useDesigner()
  const input = useRef<HTMLInputElement>(null)
  const isWanted = useView((shown) => shown.wantsRename === record.id) && !props.isLater
  useEffect(() => {
    if (!isWanted) return
    view.setState({ wantsRename: null })
    input.current?.focus()
    input.current?.select()
  }, [isWanted, view])
  const { rename } = nodeOf(record.kind)
  if (!rename) return null
  return (
    <Field path="name pathPart operationId routeKey">
      <DraftField
        key={record.id}
        label={rename.label}
        value={rename.value(record)}
        inputRef={input}
        isMono={rename.isMono ?? false}
        draftKey={renameDraftKey(record.id)}
        problemOf={(value) => rename.problemOf?.(session.editor.definition, record, value) ?? null}
        effectOf={(value) => rename.effectOf?.(value) ?? null}
        {...(description ? { description } : {})}
        onCommit={(value) => renameRecord(session.editor, record.id, value)}
      />
    </Field>
  )
}
