import { type GatewayResponse, recordsOf } from '@penstock/model'
import { Select } from '@penstock/ui'
import { useEffect, useRef } from 'react'
import { Field } from '../../fields/field.tsx'
import { useDesigner, useStructure, useView } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { PairsField } from '../../fields/pairs-field.tsx'
import { FieldNoteLine } from '../../fields/form-notes.tsx'
import { Section } from '../../fields/section.tsx'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { headerProblem, headerValueProblem, mediaTypeProblem, statusProblem } from './field-problems.ts'
import { responseTypes } from './response-types.ts'

const headerPrefix = 'gatewayresponse.header.'

export function GatewayResponseInspector({ record }: { record: GatewayResponse }) {
  const { session, view } = useDesigner()
  const { editor } = session
  const definition = useStructure()
  // What it is called is when it answers: a new one begins there.
  const named = useRef<HTMLDivElement>(null)
  const isWanted = useView((shown) => shown.wantsRename === record.id)
  useEffect(() => {
    if (!isWanted) return
    view.setState({ wantsRename: null })
    named.current?.querySelector('button')?.focus()
  }, [isWanted, view])
  const { id, responseType, statusCode = '', responseParameters = {}, responseTemplates = {} } = record
  const taken = new Set([...recordsOf(definition, 'gatewayResponse')].map((other) => other.responseType))
  const types = Object.keys(responseTypes)
  const own = responseTypes[responseType]
  const headers = Object.entries(responseParameters).filter(([name]) => name.startsWith(headerPrefix))
  const others = Object.entries(responseParameters).filter(([name]) => !name.startsWith(headerPrefix))
  return (
    <>
      <Section title="Gateway response">
        <div ref={named} data-field="responseType">
          <Select
            label="When"
            value={responseType}
            onChange={(next) =>
              setField<'gatewayResponse', 'responseType'>(editor, record, 'responseType', next)
            }
            options={(types.includes(responseType) ? types : [responseType, ...types]).map((type) => ({
              value: type,
              label: <code className="text-xs">{type}</code>,
              textValue: type,
              isDisabled: type !== responseType && taken.has(type),
            }))}
          />
          <FieldNoteLine field="responseType" />
        </div>
        <Field path="statusCode">
          <DraftField
            key={`${id} status`}
            label="Status"
            value={statusCode}
            isMono
            draftKey={`${id} status`}
            problemOf={statusProblem}
            description={own ? `Empty: ${own}` : "Empty: each type's own"}
            onCommit={(text) =>
              setField<'gatewayResponse', 'statusCode'>(editor, record, 'statusCode', text || undefined)
            }
          />
        </Field>
      </Section>
      <Section title="Headers">
        <Field path="responseParameters">
          <PairsField
            key={id}
            noun="header"
            pairs={Object.fromEntries(
              headers.map(([name, value]) => [name.slice(headerPrefix.length), value]),
            )}
            onChange={(next) =>
              setField<'gatewayResponse', 'responseParameters'>(editor, record, 'responseParameters', {
                ...Object.fromEntries(others),
                ...Object.fromEntries(
                  Object.entries(next).map(([name, value]) => [`${headerPrefix}${name}`, value]),
                ),
              })
            }
            nameProblem={headerProblem}
            valueProblem={headerValueProblem}
            added={{ name: 'x-header', value: "''" }}
            draftKey={`${id} header`}
          />
        </Field>
      </Section>
      <Section title="Body by media type">
        <Field path="responseTemplates">
          <PairsField
            key={id}
            noun="body"
            pairs={responseTemplates}
            onChange={(next) =>
              setField<'gatewayResponse', 'responseTemplates'>(editor, record, 'responseTemplates', next)
            }
            nameProblem={mediaTypeProblem}
            added={{ name: 'application/json', value: '{"message":$context.error.messageString}' }}
            draftKey={`${id} template`}
          />
        </Field>
        <p className="text-xs text-fg-3">
          <code>$context.*</code>, <code>$stageVariables.*</code> and <code>$method.request.*</code> are
          filled in.
        </p>
      </Section>
      <AdvancedSection key={id} record={record} />
    </>
  )
}
