import { TextField } from '@penstock/ui'
import type { PortalOperation } from '@penstock/server'
import type { ReactNode } from 'react'
import type { ParameterPlace } from '../openapi/read.ts'
import { NativeSelect } from '../parts/native-select.tsx'
import { parameterKey } from './build-call.ts'
import { ParameterField } from './parameter-field.tsx'
import { SecretFields } from './secret-fields.tsx'
import { anyMethods, type CallForm } from './use-call-form.ts'

export interface CallFieldsProps {
  operation: PortalOperation
  form: CallForm
  /** The reader has tried to send: what is missing is marked. */
  isChecked: boolean
}

const places: readonly (readonly [ParameterPlace, string])[] = [
  ['path', 'Path'],
  ['query', 'Query'],
  ['header', 'Headers'],
  ['cookie', 'Cookies'],
]

export function CallFields({ operation, form, isChecked }: CallFieldsProps) {
  return (
    <>
      {operation.method === 'ANY' && (
        <NativeSelect
          label="Method"
          isLabelShown
          options={anyMethods.map((method) => ({ value: method, label: method }))}
          value={form.method}
          onChange={form.setMethod}
        />
      )}
      {form.choices.length > 0 && <SecretFields form={form} />}
      {places.map(([place, title]) => {
        const here = form.parameters.filter((one) => one.place === place)
        return (
          here.length > 0 && (
            <Fields key={place} title={title}>
              {here.map((parameter) => {
                const key = parameterKey(parameter)
                return (
                  <ParameterField
                    key={key}
                    parameter={parameter}
                    schemas={operation.schemas}
                    value={form.values[key] ?? ''}
                    onChange={(value) => form.setValue(key, value)}
                    isMissing={isChecked && form.missing.includes(parameter)}
                  />
                )
              })}
            </Fields>
          )
        )
      })}
      {form.content.length > 0 && (
        <Fields title="Body">
          {form.content.length > 1 && (
            <NativeSelect
              label="Media type"
              isLabelShown
              options={form.content.map(({ type }) => ({ value: type, label: type }))}
              value={form.mediaType}
              onChange={form.setMediaType}
            />
          )}
          <TextField
            label={form.mediaType}
            value={form.body}
            onChange={form.setBody}
            rows={rowsFor(form.body)}
            isMono
            spellCheck="false"
          />
        </Fields>
      )}
      <Fields title="More headers">
        <TextField
          aria-label="More headers, one a line"
          description="One a line: Name: value. They win over the fields above."
          value={form.moreHeaders}
          onChange={form.setMoreHeaders}
          rows={2}
          isMono
          spellCheck="false"
        />
      </Fields>
    </>
  )
}

/** As many lines as the text needs, within reason; forms are one long line that wraps. */
function rowsFor(text: string): number {
  return Math.min(16, Math.max(4, text.split('\n').length, Math.ceil(text.length / 60)))
}

export function Fields({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-2.5">
      <legend className="mb-1.5 font-medium text-fg">{title}</legend>
      {children}
    </fieldset>
  )
}
