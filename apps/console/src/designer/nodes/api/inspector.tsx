import type { Api } from '@penstock/model'
import { Button, Select } from '@penstock/ui'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'
import { CorsSection } from './cors-section.tsx'
import { MessagesSection } from './messages-section.tsx'
import { RequestsSection } from './requests-section.tsx'

export function ApiInspector({ record }: { record: Api }) {
  const { session } = useDesigner()
  return (
    <>
      <Section title="API">
        <RenameField record={record} />
        <RecordField<'api'> record={record} field="version" label="Version" placeholder="1.0.0" isMono />
        <RecordField<'api'> record={record} field="description" label="Description" rows={4} />
        <Field path="compatibility">
          <Select
            label="Behaviour"
            description="What callers see in corner cases: a developer’s expectation, or Amazon API Gateway’s answers."
            options={[
              { value: 'native', label: 'Penstock' },
              { value: 'aws', label: 'Amazon API Gateway' },
            ]}
            value={record.compatibility ?? 'native'}
            onChange={(compatibility) =>
              setField<'api', 'compatibility'>(session.editor, record, 'compatibility', compatibility)
            }
          />
        </Field>
      </Section>
      {record.type === 'WEBSOCKET' ? <MessagesSection record={record} /> : <OfRequests record={record} />}
      <AdvancedSection key={`${record.id} json`} record={record} />
    </>
  )
}

/** What only APIs have that answer requests. */
function OfRequests({ record }: { record: Api }) {
  const { view } = useDesigner()
  return (
    <>
      <Section title="Backend">
        <p className="text-sm text-fg-2">Send every method that nothing else answers to one base URL.</p>
        <Button onPress={() => view.setState({ isPointing: true })}>Point this API at an upstream</Button>
      </Section>
      <RequestsSection key={record.id} record={record} />
      <CorsSection record={record} />
    </>
  )
}
