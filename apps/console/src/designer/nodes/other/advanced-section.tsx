import type { ApiRecord } from '@penstock/model'
import { Disclosure } from '../../fields/disclosure.tsx'
import { RecordJson } from './record-json.tsx'

/** What the form above has no field for: the whole record as JSON. */
export function AdvancedSection({ record }: { record: ApiRecord }) {
  return (
    <Disclosure title="Advanced" isLazy>
      <RecordJson record={record} rows={18} />
    </Disclosure>
  )
}
