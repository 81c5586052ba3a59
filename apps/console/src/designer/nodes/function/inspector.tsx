import type { Function_ } from '@penstock/model'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { NumberField } from '../../fields/number-field.tsx'
import { RecordField } from '../../fields/record-field.tsx'
import { Section } from '../../fields/section.tsx'
import { RenameField } from '../rename-field.tsx'
import { Usage } from '../usage.tsx'
import { CodeField } from './code-field.tsx'
import { EnvironmentSection } from './environment-section.tsx'

export function FunctionInspector({ record }: { record: Function_ }) {
  const { editor } = useDesigner().session
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
          <NumberField
            path="timeoutMs"
            label="Timeout, ms"
            placeholder="3000"
            value={record.timeoutMs}
            onChange={(value) => setField<'function', 'timeoutMs'>(editor, record, 'timeoutMs', value)}
          />
          <NumberField
            path="memoryMb"
            label="Memory, MB"
            placeholder="128"
            value={record.memoryMb}
            onChange={(value) => setField<'function', 'memoryMb'>(editor, record, 'memoryMb', value)}
          />
        </div>
      </Section>
      <EnvironmentSection key={record.id} record={record} />
      <Usage id={record.id} />
    </>
  )
}
