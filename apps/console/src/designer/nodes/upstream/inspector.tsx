import type { Upstream } from '@penstock/model'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { RenameField } from '../rename-field.tsx'
import { Usage } from '../usage.tsx'

export function UpstreamInspector({ record }: { record: Upstream }) {
  return (
    <>
      <Section title="Upstream">
        <RenameField record={record} problemOf={(name) => (name === '' ? 'An upstream has a name.' : null)} />
        <RecordField<'upstream'>
          record={record}
          field="url"
          label="Base URL"
          isMono
          isRequired
          placeholder="https://backend.example"
          description="May hold ${stageVariables.name}, so that each stage has its own."
        />
      </Section>
      <Usage id={record.id} />
    </>
  )
}
