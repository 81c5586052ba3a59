import { httpMethods, type Method, pathOf, type RecordId, recordsOf } from '@penstock/model'
import { Button, Checkbox, Select } from '@penstock/ui'
import { memo, useCallback, useState } from 'react'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { answerWith } from '../../edits/stand-in.ts'
import { ListField } from '../../fields/list-field.tsx'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { showRecord } from '../../show-record.ts'
import { useDerived } from '../../use-derived.ts'
import { integrationTitle, integrationType } from '../integration/definition.ts'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'
import { AccessSection } from './access-section.tsx'
import { BodySection } from './body-section.tsx'
import { ParametersTable } from './parameters-table.tsx'
import { ResponsesSection } from './responses-section.tsx'
import { sharedIntegration } from './shared-integration.ts'

/** The form of a method. Its parts are given only what they show, so that typing in one does not draw the others. */
export function MethodInspector({ record }: { record: Method }) {
  const { editor } = useDesigner().session
  return (
    <>
      <Section title="Method">
        <Field path="httpMethod resource">
          <Address id={record.id} resource={record.resource} httpMethod={record.httpMethod} />
        </Field>
        <RenameField record={record} />
        <RecordField<'method'> record={record} field="summary" label="Summary" />
        <RecordField<'method'> record={record} field="description" label="Description" rows={4} />
        <ListField
          record={record.id}
          path="tags"
          label="Tags"
          description="With commas between them; the first is its group."
          values={record.tags}
          onChange={(tags) => setField<'method', 'tags'>(editor, record, 'tags', tags)}
        />
        <Field path="deprecated">
          <Checkbox
            isSelected={record.deprecated ?? false}
            onChange={(on) => setField<'method', 'deprecated'>(editor, record, 'deprecated', on || undefined)}
          >
            Deprecated
          </Checkbox>
        </Field>
      </Section>
      <AnsweredBy key={record.id} id={record.id} integration={record.integration} />
      <AccessSection id={record.id} />
      <ParametersTable id={record.id} resource={record.resource} />
      <BodySection id={record.id} body={record.requestBody} />
      <ResponsesSection id={record.id} responses={record.responses} />
      <AdvancedSection key={record.id} record={record} />
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

const AnsweredBy = memo(function AnsweredBy(props: { id: RecordId; integration: RecordId | undefined }) {
  const { id, integration } = props
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
            label: integrationTitle(each),
            description: integrationType(each),
          })),
      [integration],
    ),
  )
  const shared = useDerived(
    useCallback(
      (definition) => {
        const record = definition.get(id)
        return record?.kind === 'method' ? sharedIntegration(record, definition) : null
      },
      [id],
    ),
  )
  const [isChoosing, setChoosing] = useState(false)
  return (
    <Section
      field="integration"
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
        isOpen={isChoosing}
        onOpenChange={setChoosing}
        onChange={(next) => editor.run('Change integration', (t) => answerWith(t, id, next))}
      />
      {shared && (
        <div className="-my-1 flex items-center justify-between gap-2">
          {/* A long path has no place to break by itself. */}
          <p className="min-w-0 text-xs wrap-anywhere text-fg-2">{shared}</p>
          <Button variant="quiet" className="shrink-0" onPress={() => setChoosing(true)}>
            Choose another
          </Button>
        </div>
      )}
      <div className="flex gap-2">
        {integration && <Button onPress={() => showRecord(designer, integration)}>Open it</Button>}
        <Button onPress={() => view.setState({ addingTo: { id, answers: true } })}>
          Answer with something new
        </Button>
      </div>
    </Section>
  )
})
