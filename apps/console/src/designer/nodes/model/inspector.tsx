import type { Model } from '@penstock/model'
import { Field } from '../../fields/field.tsx'
import { useDesigner, useStructure } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { JsonField } from '../../fields/json-field.tsx'
import { Section } from '../../fields/section.tsx'
import { nameProblem } from '../other/name-problem.ts'
import { RenameField } from '../rename-field.tsx'

export function ModelInspector({ record }: { record: Model }) {
  const { editor } = useDesigner().session
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
        <JsonField
          key={record.id}
          label="JSON Schema"
          rows={24}
          value={record.schema}
          onChange={(schema) => setField<'model', 'schema'>(editor, record, 'schema', schema)}
        />
      </Field>
    </Section>
  )
}
