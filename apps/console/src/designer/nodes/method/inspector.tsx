import { httpMethods, type Method, pathOf, type RecordId, recordsOf } from '@penstock/model'
import { Button, Checkbox, Select } from '@penstock/ui'
import { memo, useCallback } from 'react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { answerWith } from '../../edits/stand-in.ts'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { showRecord } from '../../show-record.ts'
import { useDerived } from '../../use-derived.ts'
import { integrationType } from '../integration/definition.ts'
import { RenameField } from '../rename-field.tsx'
import { BodySection } from './body-section.tsx'
import { ParametersTable } from './parameters-table.tsx'
import { ResponsesSection } from './responses-section.tsx'

/** The form of a method. Its parts are given only what they show, so that typing in one does not draw the others. */
export function MethodInspector({ record }: { record: Method }) {
  const { editor } = useDesigner().session
  return (
    <>
      <Section title="Method">
        <Address id={record.id} resource={record.resource} httpMethod={record.httpMethod} />
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
      <AnsweredBy id={record.id} integration={record.integration} needsKey={record.apiKeyRequired ?? false} />
      <ParametersTable id={record.id} resource={record.resource} />
      <BodySection id={record.id} body={record.requestBody} />
      <ResponsesSection id={record.id} responses={record.responses} />
    </>
  )
}

const Address = memo(function Address(props: {
  id: RecordId
  resource: RecordId
  httpMethod: Method['httpMethod']
}) {
  const { id, resource, httpMethod } = props
  const { editor } = useDesigner().session
  const { path, taken } = useDerived(
    useCallback(
      (definition) => {
        const others: string[] = []
        for (const other of recordsOf(definition, 'method'))
          if (other.resource === resource && other.id !== id) others.push(other.httpMethod)
        return { path: pathOf(definition, resource) ?? 'leads nowhere', taken: others }
      },
      [id, resource],
    ),
  )
  return (
    <>
      <p className="font-mono text-xs break-all text-fg-2">{path}</p>
      <Select
        label="Verb"
        options={httpMethods.map((method) => ({
          value: method,
          label: method,
          isDisabled: taken.includes(method),
        }))}
        value={httpMethod}
        onChange={(method) =>
          editor.run('Change verb', (t) => {
            const current = t.get(id)
            if (current?.kind === 'method') t.put({ ...current, httpMethod: method })
          })
        }
      />
    </>
  )
})

const AnsweredBy = memo(function AnsweredBy(props: {
  id: RecordId
  integration: RecordId | undefined
  needsKey: boolean
}) {
  const { id, integration, needsKey } = props
  const designer = useDesigner()
  const { session, view } = designer
  const { editor } = session
  const options = useDerived(
    useCallback(
      (definition) =>
        [...recordsOf(definition, 'integration')]
          .filter((each) => each.name || each.id === integration)
          .map((each) => ({
            value: each.id,
            label: each.name ?? each.uri ?? integrationType(each),
            description: integrationType(each),
          })),
      [integration],
    ),
  )
  const change = (name: string, fields: Partial<Method>) =>
    editor.run(name, (t) => {
      const current = t.get(id)
      if (current?.kind === 'method') t.put({ ...current, ...fields })
    })
  return (
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
        value={integration ?? null}
        placeholder="Nothing yet"
        onChange={(next) => editor.run('Change integration', (t) => answerWith(t, id, next))}
      />
      <div className="flex gap-2">
        {integration && <Button onPress={() => showRecord(designer, integration)}>Open it</Button>}
        <Button onPress={() => view.setState({ addingTo: { id } })}>Answer with something new</Button>
      </div>
      <Checkbox isSelected={needsKey} onChange={(on) => change('Require API key', { apiKeyRequired: on })}>
        Callers need an API key
      </Checkbox>
    </Section>
  )
})
