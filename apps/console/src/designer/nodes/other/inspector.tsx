import type { ApiRecord } from '@penstock/model'
import { useWantedPart } from '../../fields/use-wanted-part.ts'
import { Section } from '../../fields/section.tsx'
import { nodeOf } from '../definitions.ts'
import { RecordJson } from './record-json.tsx'

/** A kind without a form of its own. */
export function OtherInspector({ record }: { record: ApiRecord }) {
  const { noun } = nodeOf(record.kind)
  const { part, reached } = useWantedPart(isPart)
  return (
    <Section title={noun.charAt(0).toUpperCase() + noun.slice(1)}>
      <RecordJson record={record} rows={24} wantedPath={part} onReached={reached} />
    </Section>
  )
}

function isPart(path: readonly (string | number)[]): boolean {
  return path.length > 0
}
