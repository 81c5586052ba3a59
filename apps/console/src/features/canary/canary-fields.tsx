import { Select, TextField } from '@penstock/ui'
import { AddVariable, VariableRows } from '../settings/variable-rows.tsx'
import { type CanaryForm, type CanaryProblems, type Choice, isNamed, percentOf } from './canary-form.ts'

const choices: readonly { value: Choice; label: string; description: string }[] = [
  { value: 'chance', label: 'Chance, request by request', description: 'As on Amazon.' },
  {
    value: 'apiKey',
    label: 'Each API key stays on one side',
    description: 'Calls without one by their address.',
  },
  {
    value: 'sourceAddress',
    label: 'Each address stays on one side',
    description: 'By where a call comes from.',
  },
  {
    value: 'cookie',
    label: 'Each cookie stays on one side',
    description: 'By its value; calls without it by their address.',
  },
  {
    value: 'header',
    label: 'Each header stays on one side',
    description: 'By its value; calls without it by their address.',
  },
]

export interface CanaryFieldsProps {
  stage: string
  form: CanaryForm
  problems: CanaryProblems
  onChange: (form: CanaryForm) => void
}

/** How much of a stage's requests a canary gets, whose, and with which variables. */
export function CanaryFields({ stage, form, problems, onChange }: CanaryFieldsProps) {
  const change = (part: Partial<CanaryForm>) => onChange({ ...form, ...part })
  const percent = percentOf(form.percent)
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-end gap-3">
        <TextField
          label={`Percent of ${stage}’s requests`}
          value={form.percent}
          onChange={(percent) => change({ percent })}
          inputMode="decimal"
          error={problems.percent}
          autoFocus
          className="w-44"
        />
        <input
          type="range"
          aria-label={`Percent of ${stage}’s requests, as a slider`}
          aria-valuetext={`${percent ?? 0} percent`}
          min={0}
          max={100}
          step={1}
          value={percent ?? 0}
          onChange={(event) => change({ percent: event.target.value })}
          className="h-7 min-w-0 flex-1 cursor-pointer accent-accent"
        />
      </div>
      <div className="flex items-start gap-3">
        <Select
          label="Who gets it"
          value={form.by}
          onChange={(by) => change({ by })}
          options={choices}
          className="flex-1"
        />
        {isNamed(form.by) && (
          <TextField
            label={`Name of the ${form.by}`}
            value={form.name}
            onChange={(name) => change({ name })}
            error={problems.name}
            isMono
            className="w-48"
          />
        )}
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-xs font-medium text-fg-2">
          Variables that are different on the canary
        </legend>
        <VariableRows lines={form.lines} onChange={(lines) => change({ lines })} />
        <div>
          <AddVariable lines={form.lines} onChange={(lines) => change({ lines })} />
        </div>
      </fieldset>
    </div>
  )
}
