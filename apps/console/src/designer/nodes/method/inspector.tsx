import { find, httpMethods, type Method, pathOf, recordsOf } from '@penstock/model'
import { Button, Checkbox, Select } from '@penstock/ui'
import { useDefinition, useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { integrationType } from '../integration/definition.ts'
import { RenameField } from '../rename-field.tsx'
import { BodySection } from './body-section.tsx'
import { ParametersTable } from './parameters-table.tsx'
import { ResponsesSection } from './responses-section.tsx'

export function MethodInspector({ record }: { record: Method }) {
  const { session, view } = useDesigner()
  const definition = useDefinition()
  const { editor } = session
  const taken = new Set<string>()
  for (const other of recordsOf(definition, 'method'))
    if (other.resource === record.resource && other.id !== record.id) taken.add(other.httpMethod)
  const integrations = [...recordsOf(definition, 'integration')]
  const answering = find(definition, 'integration', record.integration)
  const options = integrations
    .filter((integration) => integration.name || integration.id === record.integration)
    .map((integration) => ({
      value: integration.id,
      label: integration.name ?? integration.uri ?? integrationType(integration),
      description: integrationType(integration),
    }))
  return (
    <>
      <Section title="Method">
        <p className="font-mono text-xs break-all text-fg-2">
          {pathOf(definition, record.resource) ?? 'leads nowhere'}
        </p>
        <Select
          label="Verb"
          options={httpMethods.map((method) => ({
            value: method,
            label: method,
            isDisabled: taken.has(method),
          }))}
          value={record.httpMethod}
          onChange={(method) => editor.run('Change verb', (t) => t.put({ ...record, httpMethod: method }))}
        />
        <RenameField record={record} isMono />
        <RecordField<'method'> record={record} field="summary" label="Summary" />
        <RecordField<'method'> record={record} field="description" label="Description" rows={4} />
        <Checkbox
          isSelected={record.deprecated ?? false}
          onChange={(on) => setField<'method', 'deprecated'>(editor, record, 'deprecated', on || undefined)}
        >
          Deprecated
        </Checkbox>
      </Section>
      <Section
        title="Answered by"
        action={
          <Button variant="quiet" onPress={() => view.setState({ drawer: 'try-it' })}>
            Try it
          </Button>
        }
      >
        <Select
          aria-label="Integration"
          options={options}
          value={record.integration ?? null}
          placeholder="Nothing yet"
          onChange={(integration) =>
            editor.run('Change integration', (t) => t.put({ ...record, integration }))
          }
        />
        <div className="flex gap-2">
          {answering && <Button onPress={() => editor.selection.set([answering.id])}>Open it</Button>}
          <Button onPress={() => view.setState({ addingTo: { id: record.id } })}>
            Answer with something new
          </Button>
        </div>
        <Checkbox
          isSelected={record.apiKeyRequired ?? false}
          onChange={(on) =>
            setField<'method', 'apiKeyRequired'>(editor, record, 'apiKeyRequired', on || undefined)
          }
        >
          Callers need an API key
        </Checkbox>
      </Section>
      <ParametersTable record={record} resource={record.resource} />
      <BodySection record={record} />
      <ResponsesSection record={record} />
    </>
  )
}
