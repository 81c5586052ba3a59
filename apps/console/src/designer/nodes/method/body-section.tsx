import type { JsonObject, Method } from '@penstock/model'
import { Button } from '@penstock/ui'
import { useState } from 'react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { JsonField } from '../../fields/json-field.tsx'
import { Section } from '../../fields/section.tsx'
import { ContentList } from './content-list.tsx'

/** What a request carries: a summary, and the whole of it as JSON when it is opened. */
export function BodySection({ record }: { record: Method }) {
  const { editor } = useDesigner().session
  const [isOpen, setOpen] = useState(false)
  const set = (body: JsonObject | undefined) =>
    setField<'method', 'requestBody'>(editor, record, 'requestBody', body)
  if (!record.requestBody) {
    return (
      <Section title="Request body">
        <div>
          <Button onPress={() => set({ content: { 'application/json': { schema: { type: 'object' } } } })}>
            Add a JSON body
          </Button>
        </div>
      </Section>
    )
  }
  return (
    <Section
      title="Request body"
      action={
        <div className="flex">
          <Button variant="quiet" onPress={() => setOpen(!isOpen)}>
            {isOpen ? 'Close' : 'Edit'}
          </Button>
          <Button variant="quiet" onPress={() => set(undefined)}>
            Remove
          </Button>
        </div>
      }
    >
      <ContentList holder={record.requestBody} />
      {isOpen && (
        <JsonField
          key={record.id}
          label="Request body (OpenAPI)"
          value={record.requestBody}
          onChange={(value) => {
            if (typeof value === 'object' && value !== null && !Array.isArray(value)) set(value)
          }}
        />
      )}
    </Section>
  )
}
