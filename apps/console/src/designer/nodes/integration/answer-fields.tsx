import type { IntegrationResponse, RecordId } from '@penstock/model'
import { Button, Select } from '@penstock/ui'
import { Plus } from 'lucide-react'
import { uniqueName } from '../../edits/unique-name.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { PairsField } from '../../fields/pairs-field.tsx'
import { headerProblem, mediaTypeProblem, statusProblem } from '../gateway-response/field-problems.ts'
import { conversions } from './conversions.ts'
import { expressionOf, textOfExpression } from './header-value.ts'
import { TemplateField } from './template-field.tsx'

const headerPrefix = 'method.response.header.'
const json = 'application/json'

/** One answer as a caller sees it: status, headers, body. */
export function AnswerFields(props: {
  id: RecordId
  /** The pattern that selects it. */
  pattern: string
  response: IntegrationResponse
  onChange: (response: IntegrationResponse) => void
}) {
  const { response, onChange } = props
  const draftKey = `${props.id} ${props.pattern}`
  const parameters = Object.entries(response.responseParameters ?? {})
  const headers = parameters.filter(([name]) => name.startsWith(headerPrefix))
  const others = parameters.filter(([name]) => !name.startsWith(headerPrefix))
  const bodies = response.responseTemplates ?? {}
  const setBodies = (responseTemplates: Record<string, string>) =>
    onChange({ ...response, responseTemplates })
  return (
    <>
      <DraftField
        label="Status"
        value={response.statusCode}
        isMono
        draftKey={`${draftKey} status`}
        problemOf={(text) => (text === '' ? 'An answer has a status.' : statusProblem(text))}
        onCommit={(statusCode) => onChange({ ...response, statusCode })}
      />
      <div role="group" aria-label="Headers" className="flex flex-col gap-2">
        <h4 className="text-xs font-medium text-fg-2">Headers</h4>
        <PairsField
          noun="header"
          pairs={Object.fromEntries(
            headers.map(([name, value]) => [name.slice(headerPrefix.length), textOfExpression(value)]),
          )}
          onChange={(next) =>
            onChange({
              ...response,
              responseParameters: {
                ...Object.fromEntries(others),
                ...Object.fromEntries(
                  Object.entries(next).map(([name, text]) => [`${headerPrefix}${name}`, expressionOf(text)]),
                ),
              },
            })
          }
          nameProblem={headerProblem}
          added={{ name: 'x-header', value: '' }}
          draftKey={`${draftKey} header`}
        />
      </div>
      <div className="flex flex-col gap-3">
        {Object.entries(bodies).map(([media, template]) => (
          <div key={media} className="flex flex-col gap-3">
            <DraftField
              label="Content type"
              value={media}
              isMono
              draftKey={`${draftKey} ${media}`}
              problemOf={(text) =>
                text !== media && text in bodies ? 'There is a body of it already.' : mediaTypeProblem(text)
              }
              onCommit={(text) =>
                setBodies(
                  Object.fromEntries(
                    Object.entries(bodies).map(([key, was]) => [key === media ? text : key, was]),
                  ),
                )
              }
            />
            <TemplateField
              label="Body"
              value={template}
              onChange={(text) => setBodies({ ...bodies, [media]: text })}
            />
          </div>
        ))}
        <Button
          variant="quiet"
          className="self-start"
          icon={<Plus aria-hidden className="size-3.5" />}
          onPress={() =>
            setBodies({
              ...bodies,
              [uniqueName(new Set(Object.keys(bodies)), json in bodies ? 'text/plain' : json)]: '',
            })
          }
        >
          {Object.keys(bodies).length === 0 ? 'Add a body' : 'Add another content type'}
        </Button>
      </div>
      <Select
        label="Conversion of the body"
        options={conversions}
        value={response.contentHandling ?? ''}
        onChange={(contentHandling) => {
          const { contentHandling: _, ...rest } = response
          onChange(contentHandling === '' ? rest : { ...rest, contentHandling })
        }}
      />
    </>
  )
}
