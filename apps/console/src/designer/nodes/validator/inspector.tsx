import type { Validator } from '@penstock/model'
import { Switch } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { Field } from '../../fields/field.tsx'
import { Section } from '../../fields/section.tsx'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'
import { Usage } from '../usage.tsx'

export function ValidatorInspector({ record }: { record: Validator }) {
  const { editor } = useDesigner().session
  const set = (part: Partial<Validator>) =>
    editor.run('Edit validator', (transaction) => transaction.put({ ...record, ...part }))
  return (
    <>
      <Section title="Validator">
        <RenameField record={record} />
        <Field path="validateRequestBody">
          <Switch
            isSelected={record.validateRequestBody}
            onChange={(validateRequestBody) => set({ validateRequestBody })}
          >
            Hold the body against the method's model
          </Switch>
        </Field>
        <Field path="validateRequestParameters">
          <Switch
            isSelected={record.validateRequestParameters}
            onChange={(validateRequestParameters) => set({ validateRequestParameters })}
          >
            Ask for the parameters that are required
          </Switch>
        </Field>
        <p className="text-xs text-fg-3">
          Other requests are answered 400 and reach no integration. Amazon’s HTTP APIs check nothing.
        </p>
      </Section>
      <Usage id={record.id} />
      <AdvancedSection key={record.id} record={record} />
    </>
  )
}
