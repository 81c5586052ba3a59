import type { HealthCheck, Upstream } from '@penstock/model'
import { Checkbox, Select, TextField } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Field } from '../../fields/field.tsx'
import { ListField } from '../../fields/list-field.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { longestMs } from './longest-ms.ts'

const methods = (['GET', 'HEAD', 'OPTIONS', 'POST'] as const).map((value) => ({ value, label: value }))

const numbers = [
  { field: 'intervalMs', label: 'Every, ms', usual: '10000', most: longestMs },
  { field: 'timeoutMs', label: 'Time for it, ms', usual: '2000', most: longestMs },
  { field: 'unhealthy', label: 'Bad ones in a row', usual: '3', most: 100 },
  { field: 'healthy', label: 'Good ones in a row', usual: '2', most: 100 },
] as const

/** Whether gateways call the targets by themselves to find out how they are. */
export function HealthCheckFields({ record }: { record: Upstream }) {
  const { editor } = useDesigner().session
  const { healthCheck } = record
  const write = (next: HealthCheck | undefined) =>
    setField<'upstream', 'healthCheck'>(editor, record, 'healthCheck', next)
  const set = <F extends keyof HealthCheck>(field: F, value: HealthCheck[F] | undefined) => {
    if (healthCheck === undefined) return
    const { [field]: _, ...rest } = healthCheck
    write({ path: healthCheck.path, ...rest, ...(value === undefined ? {} : { [field]: value }) })
  }
  return (
    <Field path="healthCheck">
      <Checkbox
        isSelected={healthCheck !== undefined}
        onChange={(on) => write(on ? { path: '/healthz' } : undefined)}
      >
        Check the health of targets
      </Checkbox>
      {healthCheck && (
        <>
          <div className="grid grid-cols-[1fr_auto] gap-3">
            <TextField
              label="Path of the check"
              isMono
              value={healthCheck.path}
              error={healthCheck.path.startsWith('/') ? null : 'Begins with a slash'}
              onChange={(path) => write({ ...healthCheck, path })}
              onBlur={() => editor.separate()}
            />
            <Select
              label="Its method"
              options={methods}
              value={healthCheck.method ?? 'GET'}
              onChange={(method) => set('method', method === 'GET' ? undefined : method)}
            />
          </div>
          <div className="grid grid-cols-2 gap-3">
            {numbers.map(({ field, label, usual, most }) => (
              <NumberField
                key={field}
                path={`healthCheck.${field}`}
                label={label}
                placeholder={usual}
                value={healthCheck[field]}
                most={most}
                onChange={(value) => set(field, value)}
              />
            ))}
          </div>
          <ListField
            record={record.id}
            path="healthCheck.statuses"
            label="Good answers"
            isMono
            placeholder="200 to 399"
            values={healthCheck.statuses?.map(String)}
            problemOf={(word) => (/^[1-5]\d\d$/.test(word) ? null : `${word} is no status of 100 to 599.`)}
            onChange={(statuses) => set('statuses', statuses?.map(Number))}
          />
        </>
      )}
    </Field>
  )
}
