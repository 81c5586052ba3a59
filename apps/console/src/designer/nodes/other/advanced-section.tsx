import type { ApiRecord } from '@penstock/model'
import { useDesigner } from '../../designer-context.ts'
import { Disclosure } from '../../fields/disclosure.tsx'
import { useWantedPart } from '../../fields/use-wanted-part.ts'
import { RecordJson, recordJsonDraftKey } from './record-json.tsx'

/** What the form above has no field for: the whole record as JSON. */
export function AdvancedSection({ record }: { record: ApiRecord }) {
  const { drafts } = useDesigner().session
  const { part, reached } = useWantedPart(isInJsonOnly)
  return (
    <Disclosure
      title="Advanced"
      isLazy
      isOpenAtFirst={drafts.get(recordJsonDraftKey(record)) !== undefined}
      isWanted={part !== null}
    >
      <RecordJson record={record} rows={18} wantedPath={part} onReached={reached} />
    </Disclosure>
  )
}

const jsonOnly = new Set<string | number>(['schema', 'example', 'examples'])

/** Forms name schemas and examples, and have no fields for their parts. */
function isInJsonOnly(path: readonly (string | number)[]): boolean {
  return path.some((key) => jsonOnly.has(key))
}
