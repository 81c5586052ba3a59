import { TextField } from '@penstock/ui'
import { useDesigner } from '../designer-context.ts'
import { Field } from './field.tsx'

/** A whole number, written through as it is typed; what is none, or too small, takes it out, and the most there may be is taken for more. */
export function NumberField(props: {
  path: string
  label: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  /** What an absent one means. */
  placeholder: string
  least?: number
  most?: number
}) {
  const { path, label, value, onChange, placeholder, least = 1, most = Infinity } = props
  const { editor } = useDesigner().session
  return (
    <Field path={path}>
      <TextField
        label={label}
        type="number"
        placeholder={placeholder}
        value={value === undefined ? '' : String(value)}
        onChange={(text) => {
          const next = Number.parseInt(text, 10)
          onChange(next >= least ? Math.min(next, most) : undefined)
        }}
        onBlur={() => editor.separate()}
      />
    </Field>
  )
}
