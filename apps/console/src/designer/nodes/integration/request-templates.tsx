import type { Integration } from '@penstock/model'
import { Button } from '@penstock/ui'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { TemplateField } from './template-field.tsx'

const json = 'application/json'

/** What a request is made into before it goes on, by its content type. */
export function RequestTemplates({ record }: { record: Integration }) {
  const { editor } = useDesigner().session
  const templates = record.requestTemplates ?? {}
  const set = (next: Record<string, string>) =>
    setField<'integration', 'requestTemplates'>(editor, record, 'requestTemplates', next)
  return (
    <>
      {Object.entries(templates).map(([media, template]) => (
        <Field key={media} path={`requestTemplates.${media}`}>
          <TemplateField
            label={`Request template for ${media}`}
            value={template}
            onChange={(text) => set({ ...templates, [media]: text })}
          />
        </Field>
      ))}
      {!(json in templates) && (
        <div>
          <Button onPress={() => set({ ...templates, [json]: '' })}>Add a template for JSON</Button>
        </div>
      )}
    </>
  )
}
