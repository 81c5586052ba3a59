import { Checkbox, Select } from '@penstock/ui'
import { DraftField } from '../fields/draft-field.tsx'
import type { AnyCommonField, FieldOption } from '../nodes/common-field.ts'

const mixed = 'Mixed'

/** The control of a field of many records. Null: they differ, and stay as they are until something is said for all. */
export function CommonControl(props: {
  field: AnyCommonField
  value: string | null
  options: readonly FieldOption[]
  onChange: (value: string) => void
  /** Under this what can't be taken is kept while something else is selected. */
  draftKey: string
}) {
  const { field, value, options, onChange, draftKey } = props
  const { label, control, isMono, rows, problemOf } = field
  if (control === 'flag')
    return (
      <Checkbox
        isSelected={value === 'true'}
        isMixed={value === null}
        onChange={(on) => onChange(on ? 'true' : '')}
      >
        {label}
        {value === null && <span className="text-fg-3"> · {mixed}</span>}
      </Checkbox>
    )
  if (control === 'choice') {
    const known = options.some((option) => option.value === value)
    return (
      <Select
        label={label}
        options={options}
        value={known ? value : null}
        placeholder={value === null ? mixed : 'As it is'}
        onChange={onChange}
      />
    )
  }
  return (
    <DraftField
      label={label}
      value={value ?? ''}
      {...(value === null ? { placeholder: mixed } : {})}
      {...(problemOf ? { problemOf } : {})}
      {...(rows ? { rows } : {})}
      isMono={isMono ?? false}
      draftKey={draftKey}
      onCommit={onChange}
    />
  )
}
