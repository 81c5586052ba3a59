import type { Api } from '@penstock/model'
import { Button, Select, TextField } from '@penstock/ui'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { RenameField } from '../rename-field.tsx'

type Cors = NonNullable<Api['cors']>

export function ApiInspector({ record }: { record: Api }) {
  const { session, view } = useDesigner()
  return (
    <>
      <Section title="API">
        <RenameField record={record} />
        <RecordField<'api'> record={record} field="version" label="Version" placeholder="1.0.0" isMono />
        <RecordField<'api'> record={record} field="description" label="Description" rows={4} />
        <Field path="compatibility">
          <Select
            label="Behaviour"
            description="What callers see in corner cases: a developer’s expectation, or Amazon API Gateway’s answers."
            options={[
              { value: 'native', label: 'Penstock' },
              { value: 'aws', label: 'Amazon API Gateway' },
            ]}
            value={record.compatibility ?? 'native'}
            onChange={(compatibility) =>
              setField<'api', 'compatibility'>(session.editor, record, 'compatibility', compatibility)
            }
          />
        </Field>
      </Section>
      <Section title="Backend">
        <p className="text-sm text-fg-2">Send every method that nothing else answers to one base URL.</p>
        <Button onPress={() => view.setState({ isPointing: true })}>Point this API at an upstream</Button>
      </Section>
      <CorsSection record={record} />
    </>
  )
}

function CorsSection({ record }: { record: Api }) {
  const { session } = useDesigner()
  const set = (cors: Cors | undefined) => setField<'api', 'cors'>(session.editor, record, 'cors', cors)
  const { cors } = record
  if (!cors) {
    return (
      <Section field="cors" title="CORS">
        <p className="text-sm text-fg-2">Browsers on other sites can’t call this API.</p>
        <Button onPress={() => set({ allowOrigins: ['*'] })}>Allow other sites</Button>
      </Section>
    )
  }
  const list = (
    field: 'allowOrigins' | 'allowMethods' | 'allowHeaders',
    label: string,
    placeholder: string,
  ) => (
    <TextField
      label={label}
      isMono
      placeholder={placeholder}
      value={(cors[field] ?? []).join(', ')}
      onChange={(text) => {
        const values = text.split(/,\s*/)
        const { [field]: _, ...rest } = cors
        set(text.trim() === '' ? rest : { ...rest, [field]: values })
      }}
      onBlur={() => {
        const values = (cors[field] ?? []).map((value) => value.trim()).filter(Boolean)
        if (values.length > 0) set({ ...cors, [field]: values })
        session.editor.separate()
      }}
    />
  )
  return (
    <Section
      field="cors"
      title="CORS"
      action={
        <Button variant="quiet" onPress={() => set(undefined)}>
          Remove
        </Button>
      }
    >
      {list('allowOrigins', 'Origins', '*')}
      {list('allowMethods', 'Methods', 'those that a path has')}
      {list('allowHeaders', 'Headers', 'those that are asked for')}
    </Section>
  )
}
