import { type Json, type JsonObject, type RecordId, recordsOf } from '@penstock/model'
import { Button, Menu, MenuItem, MenuSeparator } from '@penstock/ui'
import { ChevronDown, Plus } from 'lucide-react'
import { useDesigner } from '../../designer-context.ts'
import type { EditorTransaction } from '../../../editor/index.ts'
import { runItem } from '../../palette-items.ts'
import { modelRef } from '../model/rename-model.ts'
import { contentSummary } from './schema-name.ts'

/** Media types, each with its schema; a model is chosen for it, or made. */
export function ContentFields(props: {
  /** "the request body", as in "Schema of the request body". */
  what: string
  holder: JsonObject
  /** Writes the holder that `edit` makes of the one that is there then. */
  onEdit: (transaction: EditorTransaction, edit: (holder: JsonObject) => JsonObject) => void
}) {
  const { what, holder, onEdit } = props
  const designer = useDesigner()
  const { editor } = designer.session
  const content = contentSummary(holder)
  if (content.length === 0) {
    return (
      <div className="-ml-2">
        <Button
          variant="quiet"
          className="text-xs font-normal text-fg-2"
          aria-label={`Describe the JSON of ${what}`}
          onPress={() =>
            editor.run('Describe JSON', (transaction) =>
              onEdit(transaction, (current) => withSchema(current, 'application/json', { type: 'object' })),
            )
          }
        >
          Describe its JSON
        </Button>
      </div>
    )
  }
  const models = [...recordsOf(editor.definition, 'model')].sort((a, b) => (a.name < b.name ? -1 : 1))
  const use = (transaction: EditorTransaction, media: string, id: RecordId) => {
    const model = transaction.get(id)
    if (model?.kind === 'model')
      onEdit(transaction, (current) => withSchema(current, media, { $ref: modelRef(model.name) }))
  }
  return (
    <ul className="flex flex-col gap-0.5 text-xs">
      {content.map(({ media, schema }) => (
        <li key={media} className="flex items-center justify-between gap-2">
          <span className="truncate font-mono text-fg-2">{media}</span>
          <Menu
            label={`Schema of ${what}, ${media}`}
            placement="bottom end"
            className="max-h-80"
            trigger={
              <Button variant="quiet" className="-mr-2 max-w-1/2 text-xs font-normal text-fg-2">
                <span className="truncate">{schema}</span>
                <ChevronDown aria-hidden className="size-3 shrink-0 text-fg-3" />
              </Button>
            }
          >
            <MenuItem
              icon={<Plus aria-hidden />}
              onAction={() =>
                runItem(designer, 'model', null, (transaction, added) => use(transaction, media, added))
              }
            >
              New model…
            </MenuItem>
            <MenuSeparator />
            {models.map((model) => (
              <MenuItem
                key={model.id}
                isChecked={model.name === schema}
                onAction={() =>
                  editor.run('Choose model', (transaction) => use(transaction, media, model.id))
                }
              >
                {model.name}
              </MenuItem>
            ))}
          </Menu>
        </li>
      ))}
    </ul>
  )
}

function withSchema(holder: JsonObject, media: string, schema: Json): JsonObject {
  const content = objectOf(holder['content'])
  return { ...holder, content: { ...content, [media]: { ...objectOf(content[media]), schema } } }
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
