import { type RecordId, recordsOf, type Route } from '@penstock/model'
import { Button, Checkbox, Select } from '@penstock/ui'
import { memo, useCallback } from 'react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { answerWith } from '../../edits/stand-in.ts'
import { Field } from '../../fields/field.tsx'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { showRecord } from '../../show-record.ts'
import { useDerived } from '../../use-derived.ts'
import { integrationTitle, integrationType } from '../integration/definition.ts'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'
import { AccessSection } from './access-section.tsx'
import { whenRun } from './route-key.ts'

/** The form of a WebSocket route. */
export function RouteInspector({ record }: { record: Route }) {
  const isOfMessages = record.routeKey !== '$connect' && record.routeKey !== '$disconnect'
  return (
    <>
      <Section title="WebSocket route">
        <RenameField record={record} description={`Runs ${whenRun(record)}.`} />
        <RecordField<'route'> record={record} field="operationName" label="Operation name" isMono />
        <RecordField<'route'> record={record} field="description" label="Description" rows={3} />
      </Section>
      <AnsweredBy key={record.id} record={record} isOfMessages={isOfMessages} />
      {(record.routeKey === '$connect' || asksWho(record)) && <AccessSection record={record} />}
      <AdvancedSection key={record.id} record={record} />
    </>
  )
}

/** Also where no connection opens: what is wrong there is mended here. */
function asksWho({ authorizer, authorizationType, apiKeyRequired }: Route): boolean {
  return authorizer !== undefined || authorizationType !== undefined || apiKeyRequired !== undefined
}

const AnsweredBy = memo(function AnsweredBy(props: { record: Route; isOfMessages: boolean }) {
  const { record, isOfMessages } = props
  const { id, integration } = record
  const designer = useDesigner()
  const { session, view } = designer
  const { editor } = session
  const options = useDerived(useCallback((definition) => optionsFor(definition, integration), [integration]))
  return (
    <Section field="integration" title={isOfMessages ? 'Answered by' : 'Decided by'}>
      <Select
        aria-label="Integration"
        options={options}
        value={integration ?? null}
        placeholder={isOfMessages ? 'Nothing yet' : 'Nothing: all may'}
        onChange={(next) => editor.run('Change integration', (t) => answerWith(t, id, next))}
      />
      <div className="flex gap-2">
        {integration && <Button onPress={() => showRecord(designer, integration)}>Open it</Button>}
        <Button onPress={() => view.setState({ addingTo: { id, answers: true } })}>
          Answer with something new
        </Button>
      </div>
      {isOfMessages && (
        <Field path="routeResponse">
          <Checkbox
            isSelected={record.routeResponse ?? false}
            onChange={(on) =>
              setField<'route', 'routeResponse'>(editor, record, 'routeResponse', on || undefined)
            }
          >
            The answer goes back to the client
          </Checkbox>
        </Field>
      )}
    </Section>
  )
})

function optionsFor(definition: Parameters<typeof recordsOf>[0], chosen: RecordId | undefined) {
  return [...recordsOf(definition, 'integration')]
    .filter((each) => each.id === chosen || (each.name && !each.fromExamples))
    .map((each) => ({ value: each.id, label: integrationTitle(each), description: integrationType(each) }))
}
