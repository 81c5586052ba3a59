import type { Json, JsonObject, RecordId } from '@penstock/model'
import { Button } from '@penstock/ui'
import { memo, useMemo, useState } from 'react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { JsonField } from '../../fields/json-field.tsx'
import { useWantedPart } from '../../fields/use-wanted-part.ts'
import { Section } from '../../fields/section.tsx'
import { ContentFields } from './content-fields.tsx'
import { ContentList } from './content-list.tsx'

/** What a request carries: a summary, and the whole of it as JSON when it is opened. */
export const BodySection = memo(function BodySection({
  id,
  body,
}: {
  id: RecordId
  body: JsonObject | undefined
}) {
  const { editor, drafts } = useDesigner().session
  const draftKey = `${id} request body`
  const [wasOpened, setOpen] = useState(() => drafts.get(draftKey) !== undefined)
  const { part, reached } = useWantedPart(isInsideBody)
  const wantedPath = useMemo(() => part && part.slice(1), [part])
  const isOpen = wasOpened || part !== null
  const set = (next: JsonObject | undefined) => {
    const record = editor.get(id)
    if (record?.kind === 'method') setField<'method', 'requestBody'>(editor, record, 'requestBody', next)
  }
  if (!body) {
    return (
      <Section field="requestBody" title="Request body">
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
      field="requestBody"
      title="Request body"
      action={
        <div className="flex">
          <Button variant="quiet" onPress={() => setOpen(!isOpen)}>
            {isOpen ? 'Close' : 'Edit'}
          </Button>
          <Button
            variant="quiet"
            onPress={() => {
              drafts.delete(draftKey)
              set(undefined)
            }}
          >
            Remove
          </Button>
        </div>
      }
    >
      {'$ref' in body ? (
        <ContentList holder={body} />
      ) : (
        <ContentFields
          what="the request body"
          holder={body}
          onEdit={(transaction, edit) => {
            const method = transaction.get(id)
            if (method?.kind === 'method' && method.requestBody)
              transaction.put({ ...method, requestBody: edit(method.requestBody) })
          }}
        />
      )}
      {isOpen && (
        <JsonField
          key={id}
          label="Request body (OpenAPI)"
          value={body}
          draftKey={draftKey}
          problemOf={(value) => (isObject(value) ? null : 'A request body is an object.')}
          onChange={(value) => isObject(value) && set(value)}
          wantedPath={wantedPath}
          onReached={() => {
            setOpen(true)
            reached()
          }}
        />
      )}
    </Section>
  )
})

function isInsideBody(path: readonly (string | number)[]): boolean {
  return path[0] === 'requestBody' && path.length > 1
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
