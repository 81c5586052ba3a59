import type { Balancing, Upstream } from '@penstock/model'
import { Select, TextField } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Field } from '../../fields/field.tsx'

const policies = [
  { value: 'round_robin', label: 'In turn, by weight' },
  { value: 'least_connections', label: 'To the one with the fewest calls' },
  { value: 'consistent_hash', label: 'Calls that belong together to the same' },
] as const

const keys = [
  { value: 'header', label: 'A header' },
  { value: 'cookie', label: 'A cookie' },
  { value: 'source_ip', label: 'The caller’s address' },
  { value: 'path', label: 'The path' },
] as const

/** Which target a call goes to. */
export function BalancingFields({ record }: { record: Upstream }) {
  const { editor } = useDesigner().session
  const set = (balancing: Balancing | undefined) =>
    setField<'upstream', 'balancing'>(editor, record, 'balancing', balancing)
  const { balancing } = record
  const hash = balancing?.policy === 'consistent_hash' ? balancing : null
  const isNamed = hash?.by === 'header' || hash?.by === 'cookie'
  return (
    <Field path="balancing">
      <Select
        label="Calls go"
        options={policies}
        value={balancing?.policy ?? 'round_robin'}
        onChange={(policy) =>
          set(
            policy === 'round_robin'
              ? undefined
              : policy === 'consistent_hash'
                ? { policy, by: 'source_ip' }
                : { policy },
          )
        }
      />
      {hash && (
        <div className="grid grid-cols-2 gap-3">
          <Select
            label="What they share"
            options={keys}
            value={hash.by}
            onChange={(by) => set({ policy: 'consistent_hash', by })}
          />
          {isNamed && (
            <TextField
              label="Its name"
              isMono
              value={hash.name ?? ''}
              error={hash.name ? null : 'Which one?'}
              onChange={(name) => set({ ...hash, name })}
              onBlur={() => editor.separate()}
            />
          )}
        </div>
      )}
    </Field>
  )
}
