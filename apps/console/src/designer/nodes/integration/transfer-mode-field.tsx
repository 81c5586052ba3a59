import { type Integration, recordsOf } from '@penstock/model'
import { SegmentedControl } from '@penstock/ui'
import { useId } from 'react'
import { useDefinition, useDesigner } from '../../designer-context.ts'
import { Field } from '../../fields/field.tsx'
import { setTransferMode } from './set-transfer-mode.ts'

const modes = [
  { value: 'BUFFERED', label: 'Buffered' },
  { value: 'STREAM', label: 'Streamed' },
] as const

const means: Readonly<Record<(typeof modes)[number]['value'], string>> = {
  BUFFERED: 'Sent once it is whole.',
  STREAM: 'Sent as the function writes it; the timeout is for all of it, and a failure half way cuts it.',
}

/** Whether what a function answers is sent on as it comes. A WebSocket has whole messages, and so no such choice. */
export function TransferModeField({ record }: { record: Integration }) {
  const { editor } = useDesigner().session
  const [api] = recordsOf(useDefinition(), 'api')
  const explanation = useId()
  if (api?.type === 'WEBSOCKET') return null
  const mode = record.responseTransferMode ?? 'BUFFERED'
  return (
    <Field path="responseTransferMode">
      <div className="flex flex-col items-start gap-1">
        <span aria-hidden className="text-xs font-medium text-fg-2">
          Response
        </span>
        <SegmentedControl
          label="Response"
          describedBy={explanation}
          options={modes}
          value={mode}
          onChange={(chosen) => setTransferMode(editor, record.id, chosen)}
        />
        <p id={explanation} className="text-xs text-fg-3">
          {means[mode]}
        </p>
      </div>
    </Field>
  )
}
