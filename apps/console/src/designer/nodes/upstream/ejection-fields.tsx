import type { Upstream } from '@penstock/model'
import { Checkbox } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Field } from '../../fields/field.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { longestMs } from './longest-ms.ts'

type Ejection = NonNullable<Upstream['ejection']>
type Ratio = NonNullable<Ejection['ratio']>

const usual = { failures: 5, forMs: 10_000, maxMs: 300_000 }
const usualRatio: Ratio = { percent: 50, calls: 20, overMs: 10_000 }

const times = [
  { field: 'forMs', label: 'For, ms' },
  { field: 'maxMs', label: 'At most, ms' },
] as const

const shares = [
  { field: 'percent', label: 'Percent', most: 100 },
  { field: 'calls', label: 'Least calls', most: 1_000_000 },
  { field: 'overMs', label: 'Within, ms', most: longestMs },
] as const

/** Whether a target that fails is left out for a while. */
export function EjectionFields({ record }: { record: Upstream }) {
  const { editor } = useDesigner().session
  const { ejection } = record
  const write = (next: Ejection | undefined) =>
    setField<'upstream', 'ejection'>(editor, record, 'ejection', next)
  const set = (change: { [F in keyof Ejection]?: Ejection[F] | undefined }) => {
    if (ejection === undefined) return
    const next = Object.entries({ ...ejection, ...change }).filter(([, value]) => value !== undefined)
    write(Object.fromEntries(next) as Ejection)
  }
  return (
    <Field path="ejection">
      <Checkbox isSelected={ejection !== undefined} onChange={(on) => write(on ? usual : undefined)}>
        Leave out targets that fail
      </Checkbox>
      {ejection && (
        <>
          <div className="grid grid-cols-2 gap-3">
            <NumberField
              path="ejection.failures"
              label="Failures in a row"
              placeholder={ejection.ratio ? 'any' : String(usual.failures)}
              value={ejection.failures}
              most={1000}
              onChange={(failures) => set({ failures })}
            />
            <NumberField
              path="ejection.maxPercent"
              label="Out together, %"
              placeholder="100"
              value={ejection.maxPercent}
              most={100}
              onChange={(maxPercent) => set({ maxPercent })}
            />
            {times.map(({ field, label }) => (
              <NumberField
                key={field}
                path={`ejection.${field}`}
                label={label}
                placeholder={String(usual[field])}
                value={ejection[field]}
                most={longestMs}
                onChange={(value) => set({ [field]: value ?? usual[field] })}
              />
            ))}
          </div>
          <Checkbox
            isSelected={ejection.ratio !== undefined}
            onChange={(on) => set({ ratio: on ? usualRatio : undefined })}
          >
            Also by the share of calls that fail
          </Checkbox>
          {ejection.ratio && <RatioFields ratio={ejection.ratio} onChange={(ratio) => set({ ratio })} />}
        </>
      )}
    </Field>
  )
}

function RatioFields({ ratio, onChange }: { ratio: Ratio; onChange: (ratio: Ratio) => void }) {
  return (
    <div className="grid grid-cols-3 gap-3">
      {shares.map(({ field, label, most }) => (
        <NumberField
          key={field}
          path={`ejection.ratio.${field}`}
          label={label}
          placeholder={String(usualRatio[field])}
          value={ratio[field]}
          most={most}
          onChange={(value) => onChange({ ...ratio, [field]: value ?? usualRatio[field] })}
        />
      ))}
    </div>
  )
}
