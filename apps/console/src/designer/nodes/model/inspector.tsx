import type { Model } from '@penstock/model'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { JsonField } from '../../fields/json-field.tsx'
import { Section } from '../../fields/section.tsx'
import { RenameField } from '../rename-field.tsx'

export function ModelInspector({ record }: { record: Model }) {
  const { editor } = useDesigner().session
  return (
    <Section title="Model">
      <RenameField
        record={record}
        isMono
        problemOf={(name) => (name === '' ? 'A model has a name.' : null)}
      />
      <JsonField
        key={record.id}
        label="JSON Schema"
        rows={24}
        value={record.schema}
        onChange={(schema) => setField<'model', 'schema'>(editor, record, 'schema', schema)}
      />
    </Section>
  )
}
