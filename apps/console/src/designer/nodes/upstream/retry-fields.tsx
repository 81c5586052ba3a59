import type { Upstream } from '@penstock/model'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { ListField } from '../../fields/list-field.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { longestMs } from './longest-ms.ts'

type Retries = NonNullable<Upstream['retries']>

/** When another target is asked, where a call may be sent again. */
export function RetryFields({ record }: { record: Upstream }) {
  const { editor } = useDesigner().session
  const { retries = {} } = record
  const set = <F extends keyof Retries>(field: F, value: Retries[F] | undefined) => {
    const { [field]: _, ...rest } = retries
    const next: Retries = value === undefined ? rest : { ...rest, [field]: value }
    const isEmpty = Object.keys(next).length === 0
    setField<'upstream', 'retries'>(editor, record, 'retries', isEmpty ? undefined : next)
  }
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          path="retries.count"
          label="Other targets tried"
          placeholder="1"
          least={0}
          most={10}
          value={retries.count}
          onChange={(count) => set('count', count)}
        />
        <NumberField
          path="retries.tryTimeoutMs"
          label="Time of a try, ms"
          placeholder="all there is"
          most={longestMs}
          value={retries.tryTimeoutMs}
          onChange={(ms) => set('tryTimeoutMs', ms)}
        />
      </div>
      <ListField
        record={record.id}
        path="retries.statuses"
        label="Answers after which another is tried"
        isMono
        placeholder="none"
        values={retries.statuses?.map(String)}
        problemOf={(word) => (/^5\d\d$/.test(word) ? null : `${word} is no status of 500 to 599.`)}
        onChange={(statuses) => set('statuses', statuses?.map(Number))}
      />
    </>
  )
}
