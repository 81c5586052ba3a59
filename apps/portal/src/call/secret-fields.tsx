import { TextField } from '@penstock/ui'
import { NativeSelect } from '../parts/native-select.tsx'
import { Fields } from './call-fields.tsx'
import { describeScheme, secretFields } from './credentials.ts'
import { setSecret, useSecrets } from './secret-store.ts'
import type { CallForm } from './use-call-form.ts'

/** Who calls: by one of the ways that the operation accepts. */
export function SecretFields({ form }: { form: CallForm }) {
  const secrets = useSecrets()
  return (
    <Fields title="Authentication">
      {form.choices.length > 1 && (
        <NativeSelect
          label="Way to authenticate"
          options={form.choices.map((schemes, index) => ({
            value: String(index),
            label: schemes.map(({ name }) => name).join(' and ') || 'None',
          }))}
          value={String(form.choice)}
          onChange={(choice) => form.setChoice(Number(choice))}
        />
      )}
      {(form.choices[form.choice] ?? []).map((scheme) => (
        <div key={scheme.name} className="flex flex-col gap-2">
          <p className="text-xs text-fg-3">{describeScheme(scheme)}</p>
          {secretFields(scheme).map(({ key, label, isSecret }) => (
            <TextField
              key={key}
              label={label}
              type={isSecret ? 'password' : 'text'}
              value={secrets[key] ?? ''}
              onChange={(value) => setSecret(key, value)}
              autoComplete="off"
              isMono
            />
          ))}
        </div>
      ))}
      <p className="text-xs text-fg-3">
        Kept in this page until you close it. Code samples show placeholders.
      </p>
    </Fields>
  )
}
