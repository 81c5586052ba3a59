import { type JsonObject, type Method, type RecordId, resolveRef } from '@penstock/model'
import { memo } from 'react'
import { IconButton, TextField } from '@penstock/ui'
import { Plus, Trash2 } from 'lucide-react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { FieldNoteLine } from '../../fields/form-notes.tsx'
import { Section } from '../../fields/section.tsx'
import { useRows } from '../../fields/use-rows.ts'
import { ContentFields } from './content-fields.tsx'
import { ContentList } from './content-list.tsx'

const usual = ['200', '201', '204', '400', '401', '403', '404', '409', '500', 'default']

/** What callers get, by status. */
export const ResponsesSection = memo(function ResponsesSection(props: {
  id: RecordId
  responses: Method['responses']
}) {
  const { editor } = useDesigner().session
  const { definition } = editor
  const responses = props.responses ?? {}
  const rowOf = useRows(`${props.id} responses`, ['status'])
  const set = (next: Record<string, JsonObject>) => {
    const record = editor.get(props.id)
    if (record?.kind !== 'method') return
    const some = Object.keys(next).length > 0 ? next : undefined
    setField<'method', 'responses'>(editor, record, 'responses', some)
  }
  const free = usual.find((status) => !(status in responses))
  return (
    <Section
      field="responses"
      title="Responses"
      action={
        <IconButton
          label="Add response"
          size="sm"
          isDisabled={free === undefined}
          onPress={() => {
            if (free) set({ ...responses, [free]: { description: '' } })
            editor.separate()
          }}
        >
          <Plus aria-hidden className="size-3.5" />
        </IconButton>
      }
    >
      <ul className="flex flex-col gap-3" aria-label="Responses">
        {Object.entries(responses).map(([status, response]) => {
          const row = rowOf(status)
          const ref = response['$ref']
          const shared = typeof ref === 'string' ? resolveRef(definition, ref) : undefined
          return (
            <li key={row.key} data-field={`responses.${status}`} className="flex flex-col gap-1">
              <div className="grid grid-cols-[72px_minmax(0,1fr)_24px] items-center gap-1.5">
                <DraftField
                  ariaLabel={`Status ${status}`}
                  value={status}
                  isMono
                  draftKey={row.draftKey('status')}
                  problemOf={(text) => statusProblem(text, status, responses)}
                  onCommit={(text) => {
                    row.rename(text)
                    set(
                      Object.fromEntries(
                        Object.entries(responses).map(([key, value]) => [key === status ? text : key, value]),
                      ),
                    )
                    editor.separate()
                  }}
                />
                {typeof ref === 'string' ? (
                  <span className="truncate font-mono text-xs text-fg-3">{ref.split('/').at(-1)}</span>
                ) : (
                  <TextField
                    aria-label={`Description of ${status}`}
                    placeholder="When this is the answer"
                    value={typeof response['description'] === 'string' ? response['description'] : ''}
                    onChange={(description) => set({ ...responses, [status]: { ...response, description } })}
                    onBlur={() => editor.separate()}
                  />
                )}
                <IconButton
                  label={`Remove ${status}`}
                  size="sm"
                  onPress={() => {
                    row.remove()
                    const { [status]: _, ...rest } = responses
                    set(rest)
                    editor.separate()
                  }}
                >
                  <Trash2 aria-hidden className="size-3.5" />
                </IconButton>
              </div>
              {typeof ref === 'string' ? (
                <ContentList holder={shared} />
              ) : (
                <ContentFields
                  what={`response ${status}`}
                  holder={response}
                  onEdit={(transaction, edit) => {
                    const method = transaction.get(props.id)
                    const current = method?.kind === 'method' ? method.responses?.[status] : undefined
                    if (method?.kind === 'method' && current)
                      transaction.put({
                        ...method,
                        responses: { ...method.responses, [status]: edit(current) },
                      })
                  }}
                />
              )}
              <FieldNoteLine field={`responses.${status}`} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
})

function statusProblem(
  text: string,
  before: string,
  responses: Readonly<Record<string, unknown>>,
): string | null {
  if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(text))
    return 'A status such as 404, a range such as 4XX, or default.'
  return text !== before && text in responses ? 'Described already.' : null
}
