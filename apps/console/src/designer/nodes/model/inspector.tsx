import type { Model } from '@penstock/model'
import { Field } from '../../fields/field.tsx'
import { useStructure } from '../../designer-context.ts'
import { Section } from '../../fields/section.tsx'
import { nameProblem } from '../other/name-problem.ts'
import { RenameField } from '../rename-field.tsx'
import { SchemaField } from './schema-field.tsx'

export function ModelInspector({ record }: { record: Model }) {
  const definition = useStructure()
  return (
    <Section title="Model">
      <RenameField
        record={record}
        isMono
        problemOf={(name) => nameProblem(definition, record, name)}
        description="What refers to it follows when it is renamed."
      />
      <Field path="schema">
        <SchemaField key={record.id} record={record} />
      </Field>
    </Section>
  )
}
