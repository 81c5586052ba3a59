import type { ApiRecord } from '@penstock/model'
import { useDesigner } from '../../designer-context.ts'
import { Disclosure } from '../../fields/disclosure.tsx'
import { RecordJson, recordJsonDraftKey } from './record-json.tsx'

/** What the form above has no field for: the whole record as JSON. */
export function AdvancedSection({ record }: { record: ApiRecord }) {
  const { drafts } = useDesigner().session
  return (
    <Disclosure title="Advanced" isLazy isOpenAtFirst={drafts.get(recordJsonDraftKey(record)) !== undefined}>
      <RecordJson record={record} rows={18} />
    </Disclosure>
  )
}
