import { find, pathOf, type Resource } from '@penstock/model'
import { Button } from '@penstock/ui'
import { runItem } from '../../palette-items.ts'
import { useDefinition, useDesigner } from '../../designer-context.ts'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { ParametersTable } from '../method/parameters-table.tsx'
import { RenameField } from '../rename-field.tsx'

export function ResourceInspector({ record }: { record: Resource }) {
  const designer = useDesigner()
  const definition = useDefinition()
  const siblings = [...definition.values()].filter(
    (other) => other.kind === 'resource' && other.parent === record.parent && other.id !== record.id,
  )
  const problemOf = (value: string) => {
    if (value.includes('/'))
      return 'One part of the path, without a slash. Add a resource below for the next part.'
    if (/[{}]/.test(value) && !/^\{[^{}]+\}$/.test(value))
      return 'A parameter is written {name}; {name+} takes the rest of the path.'
    if (siblings.some((other) => other.kind === 'resource' && other.pathPart === value))
      return 'There is one with this name here.'
    return null
  }
  return (
    <>
      <Section title="Resource">
        <p className="font-mono text-xs break-all text-fg-2">
          {pathOf(definition, record.id) ?? 'leads nowhere'}
        </p>
        {record.parent !== null && (
          <RenameField
            record={record}
            problemOf={problemOf}
            isMono
            {...(find(definition, 'resource', record.parent)
              ? {}
              : { description: 'Its parent is missing.' })}
          />
        )}
        <RecordField<'resource'> record={record} field="summary" label="Summary" />
        <RecordField<'resource'> record={record} field="description" label="Description" rows={3} />
      </Section>
      <Section title="Add">
        <div className="flex gap-2">
          <Button onPress={() => runItem(designer, 'method', record.id)}>Method</Button>
          <Button onPress={() => runItem(designer, 'resource', record.id)}>Resource below</Button>
        </div>
      </Section>
      <ParametersTable id={record.id} resource={record.id} />
    </>
  )
}
