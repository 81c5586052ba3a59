import { type Integration, recordsOf } from '@penstock/model'
import { Checkbox, Select } from '@penstock/ui'
import { Field } from '../../fields/field.tsx'
import { useDefinition, useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { ChoiceField } from '../../fields/choice-field.tsx'
import { Disclosure } from '../../fields/disclosure.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'
import { Usage } from '../usage.tsx'
import { AnswersSection } from './answers-section.tsx'
import { cloudService } from './cloud-service.ts'
import { conversions } from './conversions.ts'
import { RequestParameters } from './request-parameters.tsx'
import { RequestTemplates } from './request-templates.tsx'
import { TransferModeField } from './transfer-mode-field.tsx'

const types = [
  {
    value: 'examples',
    label: 'Mock from examples',
    description: 'Answers with the examples and schemas of the method',
  },
  { value: 'mock', label: 'Mock', description: 'Answers with templates' },
  { value: 'http_proxy', label: 'HTTP proxy', description: 'Passes requests through' },
  { value: 'http', label: 'HTTP with mappings', description: 'Maps requests and responses' },
  { value: 'aws_proxy', label: 'Function', description: 'Calls a function with the whole request' },
  {
    value: 'aws',
    label: 'Function with mappings',
    description: 'Calls a function with what a template makes',
  },
] as const

interface Parts {
  readonly upstream?: true
  readonly function?: true
  /** The answer, as templates. */
  readonly answer?: true
  /** Templates of the request: what the backend is sent, or only a means to choose the answer. */
  readonly request?: 'sent' | 'means'
}

/** What each type of integration is made of: which parts of the form it has. */
const parts: Readonly<Record<Integration['type'], Parts>> = {
  mock: { answer: true, request: 'means' },
  http_proxy: { upstream: true },
  http: { upstream: true, request: 'sent', answer: true },
  aws_proxy: { function: true },
  aws: { function: true, request: 'sent', answer: true },
}

export function IntegrationInspector({ record }: { record: Integration }) {
  const { editor } = useDesigner().session
  const definition = useDefinition()
  const has: Parts = record.fromExamples ? {} : parts[record.type]
  return (
    <>
      <Section title="Integration">
        <RenameField record={record} />
        <Field path="type fromExamples">
          <Select
            label="Type"
            options={types}
            value={record.fromExamples ? 'examples' : record.type}
            onChange={(type) =>
              editor.run('Change integration type', (t) => {
                const { fromExamples: _, ...rest } = record
                t.put(type === 'examples' ? { ...rest, type: 'mock', fromExamples: true } : { ...rest, type })
              })
            }
          />
        </Field>
        {has.upstream && (
          <>
            <Field path="upstream">
              <Select
                label="Upstream"
                options={[
                  { value: '', label: 'None: the address is whole' },
                  ...[...recordsOf(definition, 'upstream')].map((upstream) => ({
                    value: upstream.id,
                    label: upstream.name,
                    description: upstream.url,
                  })),
                ]}
                value={record.upstream ?? ''}
                onChange={(upstream) =>
                  setField<'integration', 'upstream'>(editor, record, 'upstream', upstream || undefined)
                }
              />
            </Field>
            <RecordField<'integration'>
              record={record}
              field="uri"
              label={record.upstream ? 'Path at the upstream' : 'Address'}
              isMono
              placeholder={
                record.upstream ? 'the path of the request' : 'https://backend.example/orders/{id}'
              }
            />
            <RecordField<'integration'>
              record={record}
              field="httpMethod"
              label="Method at the backend"
              isMono
              placeholder="the caller’s"
            />
          </>
        )}
        {cloudService(record) !== null && (
          <RecordField<'integration'>
            record={record}
            field="uri"
            label="Action of the service"
            isMono
            rows={2}
            placeholder="arn:aws:apigateway:us-east-1:sqs:action/SendMessage"
          />
        )}
        {has.function && cloudService(record) === null && (
          <Field path="function">
            <Select
              label="Function"
              options={[...recordsOf(definition, 'function')].map((fn) => ({ value: fn.id, label: fn.name }))}
              value={record.function ?? null}
              onChange={(fn) => setField<'integration', 'function'>(editor, record, 'function', fn)}
            />
          </Field>
        )}
        {(has.upstream ?? has.function) && (
          <NumberField
            path="timeoutMs"
            label="Timeout, milliseconds"
            placeholder="29000"
            value={record.timeoutMs}
            onChange={(value) => setField<'integration', 'timeoutMs'>(editor, record, 'timeoutMs', value)}
          />
        )}
        {has.function && cloudService(record) === null && (
          <ChoiceField<'integration'>
            record={record}
            field="payloadFormatVersion"
            label="Event format"
            options={eventFormats}
          />
        )}
        {record.type === 'aws_proxy' && cloudService(record) === null && (
          <TransferModeField record={record} />
        )}
        {has.upstream && (
          <Field path="insecureSkipVerification">
            <Checkbox
              isSelected={record.insecureSkipVerification ?? false}
              onChange={(on) =>
                setField<'integration', 'insecureSkipVerification'>(
                  editor,
                  record,
                  'insecureSkipVerification',
                  on || undefined,
                )
              }
            >
              Trust any certificate of the backend
            </Checkbox>
            {record.insecureSkipVerification && (
              <p className="-mt-1 text-xs text-risky">
                Whoever stands between gateway and backend can read and change what goes by.
              </p>
            )}
          </Field>
        )}
      </Section>
      {(has.request === 'sent' || has.upstream) && (
        <Section title="Request">
          <Field path="requestParameters">
            <RequestParameters record={record} />
          </Field>
          {has.request === 'sent' && (
            <>
              <Field path="requestTemplates">
                <RequestTemplates record={record} />
              </Field>
              <ChoiceField<'integration'>
                record={record}
                field="passthroughBehavior"
                label="Bodies that no template is for"
                options={passthrough}
              />
              <ChoiceField<'integration'>
                record={record}
                field="contentHandling"
                label="Conversion of bodies"
                options={conversions}
              />
            </>
          )}
        </Section>
      )}
      {has.answer && <AnswersSection record={record} />}
      {has.request === 'means' && (
        <Disclosure key={record.id} title="Request template">
          <p className="text-xs text-fg-3">
            The status in what the request template makes chooses the answer, where there is more than one.
          </p>
          <Field path="requestTemplates">
            <RequestTemplates record={record} />
          </Field>
        </Disclosure>
      )}
      <Usage id={record.id} />
      <AdvancedSection key={`${record.id} json`} record={record} />
    </>
  )
}

const eventFormats = [
  { value: '1.0', label: '1.0', description: 'As REST APIs of Amazon send it' },
  { value: '2.0', label: '2.0', description: 'As HTTP APIs of Amazon send it' },
] as const

const passthrough = [
  { value: 'WHEN_NO_MATCH', label: 'Pass them on', description: 'Bodies of every other content type' },
  {
    value: 'WHEN_NO_TEMPLATES',
    label: 'Pass them on without templates',
    description: 'Once there is a template, others are refused with 415',
  },
  { value: 'NEVER', label: 'Refuse them', description: 'With 415, and nothing is called' },
] as const
