import {
  type Definition,
  type JsonObject,
  type Method,
  pathOf,
  type RecordId,
  type Resource,
} from '@penstock/model'
import { Button, Checkbox, IconButton, Select } from '@penstock/ui'
import { Plus, Trash2 } from 'lucide-react'
import { memo, useCallback, useEffect, useRef } from 'react'
import { useDesigner } from '../../designer-context.ts'
import {
  type ParameterRow,
  parameterRows,
  resolveParameter,
  withParameter,
  withType,
} from '../../edits/parameters.ts'
import { renamePathParameter } from '../../edits/rename-path-parameter.ts'
import { uniqueName } from '../../edits/unique-name.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { FieldNoteLine } from '../../fields/form-notes.tsx'
import { Section } from '../../fields/section.tsx'
import { useRows } from '../../fields/use-rows.ts'
import { useDerived } from '../../use-derived.ts'

const locations = ['path', 'query', 'header', 'cookie'] as const
const types = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const

/** The parameters of a method or resource: name, where it stands, type, whether it must be there. */
export const ParametersTable = memo(function ParametersTable({
  id,
  resource,
}: {
  id: RecordId
  resource: RecordId
}) {
  const { editor } = useDesigner().session
  const { rows, implied } = useDerived(
    useCallback(
      (definition) => {
        const record = definition.get(id)
        const described =
          record?.kind === 'method' || record?.kind === 'resource' ? parameterRows(definition, record) : []
        const inPath = new Set(described.filter((row) => row.location === 'path').map((row) => row.name))
        const path = pathOf(definition, resource) ?? ''
        const names = [...path.matchAll(/\{([^{}]+?)\+?\}/g)].map((match) => match[1]!)
        return { rows: described, implied: names.filter((name) => !inPath.has(name)) }
      },
      [id, resource],
    ),
  )
  const rowOf = useRows(`${id} parameter`, ['name'])
  const keys = keysOf(rows)
  const list = useRef<HTMLUListElement>(null)
  const isAdding = useRef(false)
  useEffect(() => {
    if (!isAdding.current) return
    isAdding.current = false
    const name = list.current?.children[rows.length - 1]?.querySelector('input')
    name?.focus()
    name?.select()
  }, [rows.length])
  const named = new Set(rows.filter((row) => row.location === 'path').map((row) => row.name))
  const change = (
    name: string,
    edit: <R extends Method | Resource>(record: R, definition: Definition) => R,
  ) =>
    editor.run(name, (t) => {
      const current = t.get(id)
      if (current?.kind === 'method' || current?.kind === 'resource') t.put(edit(current, t.all()))
    })
  const edit = (name: string, row: ParameterRow, to: (parameter: JsonObject) => JsonObject | null) =>
    change(name, (record, definition) =>
      withParameter(record, row.index, to(resolveParameter(definition, row.raw))),
    )
  const add = (name: string, parameter: JsonObject) =>
    change(name, (record) => ({ ...record, parameters: [...(record.parameters ?? []), parameter] }))
  const rename = (row: ParameterRow, name: string) => {
    rowOf(keys.get(row)!).rename(`${row.location} ${name}`)
    if (row.location === 'path')
      editor.run('Rename parameter', (t) => renamePathParameter(t, resource, row.name, name))
    else edit('Rename parameter', row, (parameter) => ({ ...parameter, name }))
  }
  const addQuery = () => {
    const name = uniqueName(new Set(rows.map((row) => row.name)), 'parameter')
    add('Add parameter', { name, in: 'query', schema: { type: 'string' } })
    isAdding.current = true
  }
  const taken = (row: ParameterRow) =>
    new Set(
      rows.filter((other) => other !== row && other.location === row.location).map((other) => other.name),
    )
  return (
    <Section
      field="parameters"
      title={`Parameters${rows.length > 0 ? ` · ${rows.length}` : ''}`}
      action={
        <IconButton label="Add parameter" size="sm" onPress={addQuery}>
          <Plus aria-hidden className="size-3.5" />
        </IconButton>
      }
    >
      {rows.length + implied.length === 0 && <p className="text-sm text-fg-3">Takes no parameters.</p>}
      <ul ref={list} className="flex flex-col gap-2.5" aria-label="Parameters">
        {rows.map((row) => (
          <li
            key={rowOf(keys.get(row)!).key}
            data-field={`parameters.${row.index}`}
            className="flex flex-col gap-1"
          >
            <div className="grid grid-cols-[minmax(0,1fr)_24px] items-center gap-1.5">
              <DraftField
                ariaLabel={`Name of the ${row.location} parameter ${row.name}`}
                value={row.name}
                isMono
                draftKey={rowOf(keys.get(row)!).draftKey('name')}
                problemOf={(name) => nameProblem(name, taken(row))}
                onCommit={(name) => rename(row, name)}
              />
              <IconButton
                label={`Remove ${row.name}`}
                size="sm"
                onPress={() => {
                  rowOf(keys.get(row)!).remove()
                  edit('Remove parameter', row, () => null)
                }}
              >
                <Trash2 aria-hidden className="size-3.5" />
              </IconButton>
            </div>
            <div className="grid grid-cols-[84px_84px_minmax(0,1fr)] items-center gap-1.5 text-xs text-fg-3">
              <Select
                aria-label={`Where ${row.name} stands`}
                options={locations.map((value) => ({ value, label: value, isDisabled: value === 'path' }))}
                value={locations.find((value) => value === row.location) ?? null}
                isDisabled={row.location === 'path'}
                onChange={(location) => {
                  rowOf(keys.get(row)!).rename(`${location} ${row.name}`)
                  edit('Move parameter', row, (parameter) => ({ ...parameter, in: location }))
                }}
              />
              <Select
                aria-label={`Type of ${row.name}`}
                options={types.map((value) => ({ value, label: value }))}
                value={types.find((value) => value === row.type) ?? null}
                placeholder={row.type}
                onChange={(type) => edit('Change type', row, (parameter) => withType(parameter, type))}
              />
              <Checkbox
                isSelected={row.required}
                isDisabled={row.location === 'path'}
                onChange={(on) => edit('Require parameter', row, (parameter) => required(parameter, on))}
                className="pl-1 text-xs"
              >
                Required
              </Checkbox>
            </div>
            {row.shared && (
              <span
                className="truncate text-xs text-fg-3"
                title="An edit here makes a copy for this operation"
              >
                shared as {row.shared}
              </span>
            )}
            <FieldNoteLine field={`parameters.${row.index}`} />
          </li>
        ))}
        {implied.map((name) => (
          <li key={name} className="flex flex-col gap-1">
            <DraftField
              ariaLabel={`Name of the path parameter ${name}`}
              value={name}
              isMono
              draftKey={`${id} implied ${name}`}
              problemOf={(next) => nameProblem(next, named)}
              onCommit={(next) =>
                editor.run('Rename parameter', (t) => renamePathParameter(t, resource, name, next))
              }
            />
            <div className="flex items-center justify-between text-xs text-fg-3">
              <span>In the path, not described</span>
              <Button
                variant="quiet"
                onPress={() => {
                  add('Describe parameter', { name, in: 'path', required: true, schema: { type: 'string' } })
                }}
              >
                Describe
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
})

/** What each row is known by; one that says the same as another before it has its number behind it. */
function keysOf(rows: readonly ParameterRow[]): ReadonlyMap<ParameterRow, string> {
  const seen = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const key = `${row.location} ${row.name}`
      const count = seen.get(key) ?? 0
      seen.set(key, count + 1)
      return [row, count === 0 ? key : `${key} ${count}`] as const
    }),
  )
}

function required({ required: _, ...parameter }: JsonObject, on: boolean): JsonObject {
  return on ? { ...parameter, required: true } : parameter
}

function nameProblem(name: string, taken: ReadonlySet<string>): string | null {
  if (name === '') return 'A parameter has a name.'
  if (/[{}/]/.test(name)) return 'Without braces and slashes.'
  return taken.has(name) ? 'There is one with this name.' : null
}
