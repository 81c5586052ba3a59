import type { RecordKind, RecordOf } from '@penstock/model'
import { TextField } from '@penstock/ui'
import { Field } from './field.tsx'
import { useDesigner } from '../designer-context.ts'
import { setField } from '../edits/set-field.ts'

/** The fields of a kind that hold a text. */
export type TextKeys<K extends RecordKind> = {
  [F in keyof RecordOf<K>]-?: NonNullable<RecordOf<K>[F]> extends string ? F : never
}[keyof RecordOf<K>] &
  string

/** A text field of a record, written through as it is typed. */
export function RecordField<K extends RecordKind>(props: {
  record: RecordOf<K>
  field: TextKeys<K>
  label: string
  rows?: number
  isMono?: boolean
  placeholder?: string
  description?: string
}) {
  const { record, field, label, rows, isMono, placeholder, description } = props
  const { editor } = useDesigner().session
  const value = record[field as keyof RecordOf<K>]
  return (
    <Field path={field}>
      <TextField
        label={label}
        value={typeof value === 'string' ? value : ''}
        onChange={(text) =>
          setField<K, typeof field>(editor, record, field, text as RecordOf<K>[typeof field])
        }
        onBlur={() => editor.separate()}
        isMono={isMono ?? false}
        {...(rows ? { rows } : {})}
        {...(placeholder ? { placeholder } : {})}
        {...(description ? { description } : {})}
      />
    </Field>
  )
}
