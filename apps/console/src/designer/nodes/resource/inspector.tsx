import { type Definition, find, pathOf, type Resource } from '@penstock/model'
import { Button } from '@penstock/ui'
import { runItem } from '../../palette-items.ts'
import { useDefinition, useDesigner } from '../../designer-context.ts'
import { ownerOf } from '../../edits/references.ts'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { ParametersTable } from '../method/parameters-table.tsx'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'

export function ResourceInspector({ record }: { record: Resource }) {
  const designer = useDesigner()
  const definition = useDefinition()
  const isEmpty = !owns(definition, record)
  return (
    <>
      <Section title="Resource">
        <p className="font-mono text-xs break-all text-fg-2">
          {pathOf(definition, record.id) ?? 'leads nowhere'}
        </p>
        {record.parent !== null && (
          <RenameField
            record={record}
            {...(find(definition, 'resource', record.parent)
              ? {}
              : { description: 'Its parent is missing.' })}
          />
        )}
        <RecordField<'resource'> record={record} field="summary" label="Summary" />
        <RecordField<'resource'> record={record} field="description" label="Description" rows={3} />
      </Section>
      <Section title="Add">
        {isEmpty && record.parent !== null && (
          <p className="text-sm text-pretty text-fg-2">
            It has no methods and no resource below: callers find nothing here.
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => runItem(designer, 'method', record.id)}>Method</Button>
          <Button onPress={() => runItem(designer, 'resource', record.id)}>Resource below</Button>
        </div>
      </Section>
      <ParametersTable id={record.id} resource={record.id} />
      <AdvancedSection key={record.id} record={record} />
    </>
  )
}

function owns(definition: Definition, { id }: Resource): boolean {
  for (const record of definition.values()) if (ownerOf(record) === id) return true
  return false
}
