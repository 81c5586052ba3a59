import type { Api } from '@penstock/model'
import { Button, Checkbox } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Field } from '../../fields/field.tsx'
import { ListField } from '../../fields/list-field.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { Section } from '../../fields/section.tsx'

type Cors = NonNullable<Api['cors']>
type Lists = 'allowOrigins' | 'allowMethods' | 'allowHeaders' | 'exposeHeaders'

/** Which other sites may call the API from a browser, and with what. */
export function CorsSection({ record }: { record: Api }) {
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
  const list = (field: Lists, label: string, placeholder: string) => (
    <ListField
      record={record.id}
      path={`cors.${field}`}
      label={label}
      isMono
      placeholder={placeholder}
      values={cors[field]}
      onChange={(values) => {
        const { [field]: _, ...rest } = cors
        set(values ? { ...rest, [field]: values } : rest)
      }}
    />
  )
  const isOpenToAll = cors.allowOrigins?.includes('*') ?? false
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
      {list('exposeHeaders', 'Headers that pages may read', 'only the usual ones')}
      <Field path="cors.allowCredentials">
        <Checkbox
          isSelected={cors.allowCredentials ?? false}
          onChange={(on) => {
            const { allowCredentials: _, ...rest } = cors
            set(on ? { ...rest, allowCredentials: true } : rest)
          }}
        >
          Pages may send cookies and credentials
        </Checkbox>
        {cors.allowCredentials && isOpenToAll && (
          <p className="-mt-1 text-xs text-risky">Not to any origin: name the sites that may, or none can.</p>
        )}
      </Field>
      <NumberField
        path="cors.maxAgeSeconds"
        label="Browsers may remember this, seconds"
        placeholder="each browser’s own"
        least={0}
        value={cors.maxAgeSeconds}
        onChange={(seconds) => {
          const { maxAgeSeconds: _, ...rest } = cors
          set(seconds === undefined ? rest : { ...rest, maxAgeSeconds: seconds })
        }}
      />
    </Section>
  )
}
