import type { Function_ } from '@penstock/model'
import { TextField } from '@penstock/ui'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { RenameField } from '../rename-field.tsx'
import { Usage } from '../usage.tsx'
import { CodeField } from './code-field.tsx'
import { EnvironmentSection } from './environment-section.tsx'

export function FunctionInspector({ record }: { record: Function_ }) {
  const { editor } = useDesigner().session
  const number = (field: 'timeoutMs' | 'memoryMb', label: string, fallback: number) => (
    <TextField
      label={label}
      type="number"
      placeholder={String(fallback)}
      value={record[field] === undefined ? '' : String(record[field])}
      onChange={(text) => {
        const value = Number.parseInt(text, 10)
        setField<'function', typeof field>(editor, record, field, value > 0 ? value : undefined)
      }}
      onBlur={() => editor.separate()}
    />
  )
  return (
    <>
      <Section title="Function">
        <RenameField record={record} />
        <Field path="code">
          <CodeField record={record} />
        </Field>
        <RecordField<'function'>
          record={record}
          field="handler"
          label="Handler"
          isMono
          placeholder="handler"
        />
        <div className="grid grid-cols-2 gap-3">
          <Field path="timeoutMs">{number('timeoutMs', 'Timeout, ms', 3000)}</Field>
          <Field path="memoryMb">{number('memoryMb', 'Memory, MB', 128)}</Field>
        </div>
      </Section>
      <EnvironmentSection key={record.id} record={record} />
      <Usage id={record.id} />
    </>
  )
}
