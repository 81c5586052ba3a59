import type { Model } from '@penstock/model'
import { Button } from '@penstock/ui'
import { useState, useSyncExternalStore } from 'react'
import { useDesigner } from '../../../designer-context.ts'
import { uniqueName } from '../../../edits/unique-name.ts'
import { useRows } from '../../../fields/use-rows.ts'
import {
  addProperty,
  removeProperty,
  renameProperty,
  requireProperty,
  type SchemaEdit,
  typeProperty,
} from './edit-schema.ts'
import { FieldRow } from './field-row.tsx'
import { ModelLinks } from './model-links.tsx'
import { objectRows, type ObjectRows, pointerOf } from './schema-rows.ts'
import { shapeOf } from './schema-shape.ts'

/** Fields of one object that are shown at once. */
const mostShown = 60

/**
 * The fields of a model, to be read and edited as a list: each edit is the least change of the schema. What is no plain
 * object is named, with the models that it is made of; its text is the way to edit it.
 */
export function FieldList({ record, draftKey }: { record: Model; draftKey: string }) {
  const { editor, drafts } = useDesigner().session
  const isBroken = useSyncExternalStore(drafts.onChange, () => drafts.isStuck(draftKey))
  const rowOf = useRows(`${record.id} field`, ['name'])
  const [added, setAdded] = useState<string | null>(null)
  const root = objectRows(record.schema)
  if (!root) {
    const { words, models } = shapeOf(record.schema)
    return (
      <div className="flex flex-col items-start gap-1 text-sm text-fg-2">
        <p>
          It is <span className="font-mono text-xs text-fg">{words}</span>, no object with fields of its own:
          the JSON below says the rest.
        </p>
        <ModelLinks names={models} />
      </div>
    )
  }
  const edit = (name: string, change: SchemaEdit) =>
    editor.run(name, (transaction) => {
      const current = transaction.get(record.id)
      if (current?.kind === 'model') transaction.put({ ...current, schema: change(current.schema) })
    })
  const listOf = ({ path, rows }: ObjectRows, of: string | null) => (
    <ObjectFields
      label={of === null ? 'Fields' : `Fields of ${of}`}
      isDisabled={isBroken}
      onAdd={() => {
        const name = uniqueName(new Set(rows.map((row) => row.name)), 'field')
        setAdded(pointerOf([...path, 'properties', name]))
        edit('Add field', (schema) => addProperty(schema, path, name))
      }}
    >
      {rows.map((row) => {
        const pointer = pointerOf(row.path)
        const line = rowOf(pointer)
        return (
          <FieldRow
            key={line.key}
            row={row}
            taken={new Set(rows.flatMap((other) => (other === row ? [] : other.name)))}
            draftKey={line.draftKey('name')}
            isNew={pointer === added}
            isDisabled={isBroken}
            onRename={(name) => {
              line.rename(pointerOf([...path, 'properties', name]))
              edit('Rename field', (schema) => renameProperty(schema, path, row.name, name))
            }}
            onType={(type) => edit('Change type', (schema) => typeProperty(schema, row.path, type))}
            onRequire={(on) => edit('Require field', (schema) => requireProperty(schema, path, row.name, on))}
            onRemove={() => {
              line.remove()
              edit('Remove field', (schema) => removeProperty(schema, path, row.name))
            }}
          >
            {row.inner && listOf(row.inner, row.name)}
          </FieldRow>
        )
      })}
    </ObjectFields>
  )
  return (
    <>
      {isBroken && (
        <p role="status" className="text-xs text-risky">
          The JSON below can’t be read as it is typed: fields can be edited here once it can.
        </p>
      )}
      {listOf(root, null)}
    </>
  )
}

function ObjectFields(props: {
  label: string
  isDisabled: boolean
  onAdd: () => void
  children: readonly React.ReactNode[]
}) {
  const { label, isDisabled, onAdd, children } = props
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? children : children.slice(0, mostShown)
  return (
    <div className="flex flex-col items-start gap-2.5">
      {children.length > 0 && (
        <ul aria-label={label} className="flex w-full flex-col gap-2.5">
          {shown}
        </ul>
      )}
      {shown.length < children.length && (
        <Button variant="quiet" onPress={() => setWhole(true)}>
          Show {children.length - shown.length} more
        </Button>
      )}
      <Button
        variant="quiet"
        data-add
        className="-ml-2"
        isDisabled={isDisabled}
        onPress={() => {
          setWhole(true)
          onAdd()
        }}
      >
        {label === 'Fields' ? 'Add a field' : label.replace('Fields of', 'Add a field to')}
      </Button>
    </div>
  )
}
