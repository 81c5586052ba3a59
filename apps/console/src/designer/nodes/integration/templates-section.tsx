import type { Integration, IntegrationResponse } from '@penstock/model'
import { Button, TextField } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Section } from '../../fields/section.tsx'

const json = 'application/json'

/** Mapping templates of the request, and of each response by the pattern that selects it. */
export function TemplatesSection({ record }: { record: Integration }) {
  const { editor } = useDesigner().session
  const requests = record.requestTemplates ?? {}
  const responses = record.responses ?? {}
  const setRequests = (next: Record<string, string>) =>
    setField<'integration', 'requestTemplates'>(editor, record, 'requestTemplates', next)
  const setResponse = (pattern: string, response: IntegrationResponse) =>
    setField<'integration', 'responses'>(editor, record, 'responses', { ...responses, [pattern]: response })
  return (
    <>
      <Section title="Request template">
        {Object.entries(requests).map(([media, template]) => (
          <TextField
            key={media}
            label={media}
            rows={6}
            isMono
            value={template}
            onChange={(text) => setRequests({ ...requests, [media]: text })}
            onBlur={() => editor.separate()}
          />
        ))}
        {!(json in requests) && (
          <div>
            <Button onPress={() => setRequests({ ...requests, [json]: '' })}>Add a template for JSON</Button>
          </div>
        )}
      </Section>
      <Section title="Responses">
        {Object.entries(responses).map(([pattern, response]) => (
          <div key={pattern} className="flex flex-col gap-2">
            <TextField
              label={pattern === 'default' ? 'Status, by default' : `Status for ${pattern}`}
              isMono
              value={response.statusCode}
              onChange={(statusCode) => setResponse(pattern, { ...response, statusCode })}
              onBlur={() => editor.separate()}
            />
            {Object.entries(response.responseTemplates ?? {}).map(([media, template]) => (
              <TextField
                key={media}
                label={media}
                rows={6}
                isMono
                value={template}
                onChange={(text) =>
                  setResponse(pattern, {
                    ...response,
                    responseTemplates: { ...response.responseTemplates, [media]: text },
                  })
                }
                onBlur={() => editor.separate()}
              />
            ))}
          </div>
        ))}
        {!('default' in responses) && (
          <div>
            <Button
              onPress={() =>
                setResponse('default', { statusCode: '200', responseTemplates: { [json]: '{}' } })
              }
            >
              Add the default response
            </Button>
          </div>
        )}
      </Section>
    </>
  )
}
