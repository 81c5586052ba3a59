import type { Model } from '@penstock/model'
import { Field } from '../../fields/field.tsx'
import { Section } from '../../fields/section.tsx'
import { RenameField } from '../rename-field.tsx'
import { Usage } from '../usage.tsx'
import { FieldList } from './fields/field-list.tsx'
import { schemaDraftKey, SchemaField } from './schema-field.tsx'

export function ModelInspector({ record }: { record: Model }) {
  return (
    <>
      <Section title="Model">
        <RenameField record={record} description="What refers to it follows when it is renamed." />
      </Section>
      <Section title="Fields">
        <FieldList key={record.id} record={record} draftKey={schemaDraftKey(record.id)} />
      </Section>
      <Section title="Schema">
        <Field path="schema">
          <SchemaField key={record.id} record={record} />
        </Field>
      </Section>
      <Usage id={record.id} />
    </>
  )
}
