import { type Api, recordsOf } from '@penstock/model'
import { useDesigner, useStructure } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { ChoiceField } from '../../fields/choice-field.tsx'
import { ListField } from '../../fields/list-field.tsx'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { mediaTypeProblem } from '../gateway-response/field-problems.ts'
import { validatorNode } from '../validator/definition.ts'

/** What holds for the requests of all methods. */
export function RequestsSection({ record }: { record: Api }) {
  const { editor } = useDesigner().session
  const definition = useStructure()
  const validators = [...recordsOf(definition, 'validator')].map((one) => ({
    value: one.id,
    label: one.name,
    description: validatorNode.detail(one, definition),
  }))
  return (
    <Section title="Requests">
      <RecordField<'api'>
        record={record}
        field="basePath"
        label="Base path"
        isMono
        placeholder="/"
        description="Put before every path."
      />
      <ChoiceField<'api'>
        record={record}
        field="validator"
        label="Validator of methods that name none"
        options={[{ value: '', label: 'None' }, ...validators]}
      />
      <ListField
        record={record.id}
        path="binaryMediaTypes"
        label="Binary media types"
        isMono
        placeholder="image/png, application/octet-stream"
        description="Passed on as bytes, and as base64 where text is asked for."
        values={record.binaryMediaTypes}
        problemOf={(type) => (type === '*/*' ? null : mediaTypeProblem(type))}
        onChange={(types) => setField<'api', 'binaryMediaTypes'>(editor, record, 'binaryMediaTypes', types)}
      />
    </Section>
  )
}
