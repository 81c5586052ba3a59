import type { Upstream } from '@penstock/model'
import { Checkbox } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Field } from '../../fields/field.tsx'
import { NumberField } from '../../fields/number-field.tsx'

type Ejection = NonNullable<Upstream['ejection']>

const usual: Ejection = { failures: 5, forMs: 10_000, maxMs: 300_000 }

const numbers = [
  { field: 'failures', label: 'Failures', most: 1000 },
  { field: 'forMs', label: 'For, ms', most: 3_600_000 },
  { field: 'maxMs', label: 'At most, ms', most: 3_600_000 },
] as const

/** Whether a target that fails is left out for a while. */
export function EjectionFields({ record }: { record: Upstream }) {
  const { editor } = useDesigner().session
  const { ejection } = record
  const set = (next: Ejection | undefined) =>
    setField<'upstream', 'ejection'>(editor, record, 'ejection', next)
  return (
    <Field path="ejection">
      <Checkbox isSelected={ejection !== undefined} onChange={(on) => set(on ? usual : undefined)}>
        Leave out a target that fails in a row
      </Checkbox>
      {ejection && (
        <div className="grid grid-cols-3 gap-3">
          {numbers.map(({ field, label, most }) => (
            <NumberField
              key={field}
              path={`ejection.${field}`}
              label={label}
              placeholder={String(usual[field])}
              value={ejection[field]}
              onChange={(value) => set({ ...ejection, [field]: Math.min(value ?? usual[field], most) })}
            />
          ))}
        </div>
      )}
    </Field>
  )
}
