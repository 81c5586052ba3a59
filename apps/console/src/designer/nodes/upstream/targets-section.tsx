import type { Upstream, UpstreamTarget } from '@penstock/model'
import { Checkbox, IconButton, TextField } from '@penstock/ui'
import { Plus, X } from 'lucide-react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Field } from '../../fields/field.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { Section } from '../../fields/section.tsx'
import { BalancingFields } from './balancing-fields.tsx'
import { EjectionFields } from './ejection-fields.tsx'
import { HealthCheckFields } from './health-check-fields.tsx'
import { longestMs } from './longest-ms.ts'
import { RetryFields } from './retry-fields.tsx'

/** The places where the service runs, how calls are shared out among them, and what becomes of one that fails. */
export function TargetsSection({ record }: { record: Upstream }) {
  const { editor } = useDesigner().session
  const targets = record.targets ?? []
  const write = (next: readonly UpstreamTarget[]) =>
    setField<'upstream', 'targets'>(editor, record, 'targets', next.length > 0 ? [...next] : undefined)
  const change = (at: number, target: UpstreamTarget) => write(targets.with(at, target))
  return (
    <Section
      field="targets"
      title="Targets"
      action={
        <IconButton
          label="Add target"
          size="sm"
          onPress={() => {
            editor.separate()
            write([...targets, { address: '' }])
          }}
        >
          <Plus aria-hidden className="size-3.5" />
        </IconButton>
      }
    >
      {targets.length === 0 && (
        <p className="text-xs text-fg-3">
          Calls go to the base URL. With targets they are shared out among these, and the base URL is only the
          name and path that they are called by.
        </p>
      )}
      {targets.map((target, at) => (
        <Field key={at} path={`targets.${at}.address`}>
          <div className="flex flex-col gap-1.5 rounded-md border border-line p-2">
            <div className="flex items-center gap-1">
              <TextField
                aria-label={`Address of target ${at + 1}`}
                isMono
                className="min-w-0 flex-1"
                placeholder="http://10.0.0.7:8080"
                value={target.address}
                onChange={(address) => change(at, { ...target, address })}
                onBlur={() => editor.separate()}
              />
              <IconButton label={`Remove target ${at + 1}`} onPress={() => write(targets.toSpliced(at, 1))}>
                <X aria-hidden className="size-3.5" />
              </IconButton>
            </div>
            <div className="flex items-center gap-3">
              <span aria-hidden className="text-xs text-fg-2">
                Weight
              </span>
              <TextField
                aria-label={`Weight of target ${at + 1}`}
                type="number"
                className="w-20"
                placeholder="1"
                value={target.weight === undefined ? '' : String(target.weight)}
                onChange={(text) => {
                  const { weight: _, ...rest } = target
                  const weight = Number.parseInt(text, 10)
                  change(at, weight >= 1 ? { ...rest, weight: Math.min(weight, 1000) } : rest)
                }}
                onBlur={() => editor.separate()}
              />
              <Checkbox
                aria-label={`Target ${at + 1} is a backup`}
                isSelected={target.backup ?? false}
                onChange={(on) => {
                  const { backup: _, ...rest } = target
                  change(at, on ? { ...rest, backup: true } : rest)
                }}
              >
                Backup
              </Checkbox>
            </div>
          </div>
        </Field>
      ))}
      {targets.length > 0 && (
        <>
          <p className="text-xs text-fg-3">Backups are called when none of the others can be.</p>
          <BalancingFields record={record} />
          <RetryFields record={record} />
          <EjectionFields record={record} />
          <HealthCheckFields record={record} />
          <NumberField
            path="slowStartMs"
            label="Slow start of new and returning targets, ms"
            placeholder="none"
            most={longestMs}
            value={record.slowStartMs}
            onChange={(ms) => setField<'upstream', 'slowStartMs'>(editor, record, 'slowStartMs', ms)}
          />
        </>
      )}
    </Section>
  )
}
