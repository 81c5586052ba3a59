import type { RecordKind, RecordOf } from '@penstock/model'
import { Select, type SelectOption } from '@penstock/ui'
import { useDesigner } from '../designer-context.ts'
import { setField } from '../edits/set-field.ts'
import { Field } from './field.tsx'
import type { TextKeys } from './record-field.tsx'

/** A field of a record that is one of a few words. The first option is what an absent field means, and takes it out. */
export function ChoiceField<K extends RecordKind>(props: {
  record: RecordOf<K>
  field: TextKeys<K>
  label: string
  options: readonly [SelectOption<string>, ...SelectOption<string>[]]
  description?: string
}) {
  const { record, field, label, options, description } = props
  const { editor } = useDesigner().session
  const value = record[field as keyof RecordOf<K>]
  const [{ value: absent }] = options
  return (
    <Field path={field}>
      <Select
        label={label}
        options={options}
        value={typeof value === 'string' ? value : absent}
        {...(description ? { description } : {})}
        onChange={(next) => {
          const chosen = next === absent ? undefined : (next as RecordOf<K>[typeof field])
          setField<K, typeof field>(editor, record, field, chosen)
        }}
      />
    </Field>
  )
}
