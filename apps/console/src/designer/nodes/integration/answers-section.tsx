import type { Integration, IntegrationResponse } from '@penstock/model'
import { Button } from '@penstock/ui'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Section } from '../../fields/section.tsx'
import { AnswerFields } from './answer-fields.tsx'

const byDefault: IntegrationResponse = {
  statusCode: '200',
  responseTemplates: { 'application/json': '{}' },
}

/** What callers get: the default answer first, then those that a pattern selects. */
export function AnswersSection({ record }: { record: Integration }) {
  const { editor } = useDesigner().session
  const answers = record.responses ?? {}
  const set = (pattern: string, answer: IntegrationResponse) =>
    setField<'integration', 'responses'>(editor, record, 'responses', { ...answers, [pattern]: answer })
  const patterns = Object.keys(answers).sort((a, b) => Number(b === 'default') - Number(a === 'default'))
  return (
    <>
      {!('default' in answers) && (
        <Section field="responses" title="Answer">
          <div>
            <Button onPress={() => set('default', byDefault)}>Add the default answer</Button>
          </div>
        </Section>
      )}
      {patterns.map((pattern) => (
        <Section key={pattern} title={pattern === 'default' ? 'Answer' : `Answer if it fits ${pattern}`}>
          <Field path={`responses.${pattern}`}>
            <AnswerFields
              id={record.id}
              pattern={pattern}
              response={answers[pattern]!}
              onChange={(answer) => set(pattern, answer)}
            />
          </Field>
        </Section>
      ))}
    </>
  )
}
