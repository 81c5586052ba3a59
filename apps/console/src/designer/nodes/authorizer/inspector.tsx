import type { Authorizer, JsonObject } from '@penstock/model'
import { Select } from '@penstock/ui'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { Section } from '../../fields/section.tsx'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'
import { Usage } from '../usage.tsx'
import { setSettings } from './ask-for.ts'
import { SchemeSection } from './scheme-section.tsx'
import { SettingsFields } from './settings-fields.tsx'
import { authorizerTypes, typeOf, typeTexts } from './settings.ts'

export function AuthorizerInspector({ record }: { record: Authorizer }) {
  const { editor } = useDesigner().session
  const type = typeOf(record)
  const known = (authorizerTypes as readonly string[]).includes(type)
  const put = (settings: JsonObject | undefined) =>
    editor.run('Edit settings', (transaction) => setSettings(transaction, record, settings), {
      mergeKey: `${record.id}.settings`,
    })
  return (
    <>
      <Section title="Authorizer">
        <RenameField
          record={record}
          description="Methods that ask for it, and the description, follow when it is renamed."
        />
        <Field path="settings">
          <Select
            label="Who decides"
            value={type}
            onChange={(next) => put(next === 'none' ? undefined : { ...record.settings, type: next })}
            options={[...authorizerTypes, ...(known ? [] : [type])].map((value) => ({
              value,
              label: sentenceCase(typeTexts[value] ?? value),
            }))}
          />
        </Field>
        {type !== 'none' && (
          <p className="text-xs text-risky">
            This version of the gateway runs no authorizers: methods that ask for one are refused, never
            served open.
          </p>
        )}
      </Section>
      {record.settings && (
        <SettingsFields
          key={`${record.id} ${type}`}
          id={record.id}
          type={type}
          settings={record.settings}
          onChange={put}
        />
      )}
      <SchemeSection key={record.id} record={record} />
      <Usage id={record.id} />
      <AdvancedSection key={`${record.id} json`} record={record} />
    </>
  )
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
