import { Checkbox, IconButton, Select } from '@penstock/ui'
import { Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { DraftField } from '../../../fields/draft-field.tsx'
import { ModelLinks } from './model-links.tsx'
import type { PropertyRow } from './schema-rows.ts'
import { propertyTypes, type PropertyType } from './schema-shape.ts'

/** One field of an object: its name, its type, whether it must be there, what is said of it; then the fields in it. */
export function FieldRow(props: {
  row: PropertyRow
  /** Names of the others. */
  taken: ReadonlySet<string>
  draftKey: string
  /** Was just added: its name is typed next. */
  isNew: boolean
  isDisabled: boolean
  onRename: (name: string) => void
  onType: (type: PropertyType) => void
  onRequire: (isRequired: boolean) => void
  onRemove: () => void
  children: ReactNode
}) {
  const { row, taken, isNew, isDisabled, children } = props
  const { name, words, type, models, description } = row
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isNew) return
    input.current?.focus()
    input.current?.select()
  }, [isNew])
  const isFree = type !== null || words === 'any value'
  const more = isFree && type === null ? '' : moreOf(row)
  return (
    <li className="flex flex-col gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_24px] items-center gap-1.5">
        <DraftField
          ariaLabel={`Name of the field ${name}`}
          value={name}
          isMono
          isReadOnly={isDisabled}
          draftKey={props.draftKey}
          problemOf={(next) => nameProblem(next, taken)}
          onCommit={props.onRename}
          inputRef={input}
        />
        <IconButton
          label={`Remove ${name}`}
          size="sm"
          isDisabled={isDisabled}
          onPress={({ target }) => {
            // The button is gone with its field: the keyboard goes on from the end of the list.
            target.closest('ul')?.parentElement?.querySelector<HTMLElement>(':scope > [data-add]')?.focus()
            props.onRemove()
          }}
        >
          <Trash2 aria-hidden className="size-3.5" />
        </IconButton>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-1.5 text-xs text-fg-2">
        <span className="flex min-w-0 flex-wrap items-center gap-1.5">
          {isFree && (
            <Select
              aria-label={`Type of ${name}`}
              className="w-24"
              options={propertyTypes.map((value) => ({ value, label: value }))}
              value={type}
              placeholder="any value"
              isDisabled={isDisabled}
              onChange={props.onType}
            />
          )}
          {more !== '' && <span className="min-w-0 wrap-anywhere">{more}</span>}
          <ModelLinks names={models} />
        </span>
        <Checkbox
          isSelected={row.isRequired}
          isDisabled={isDisabled}
          onChange={props.onRequire}
          className="text-xs"
        >
          <span>
            Required<span className="sr-only">: {name}</span>
          </span>
        </Checkbox>
      </div>
      {description && <p className="line-clamp-3 text-xs wrap-anywhere text-fg-3">{description}</p>}
      {children && <div className="mt-1.5 ml-1 border-l border-line pl-3">{children}</div>}
    </li>
  )
}

/** What neither the type says that stands beside it, nor the links to models. */
function moreOf({ words, type, models }: PropertyRow): string {
  const linked = models.join(', ')
  const unlinked = words.endsWith(linked) ? words.slice(0, words.length - linked.length).trimEnd() : words
  return type !== null && unlinked.startsWith(type)
    ? unlinked.slice(type.length).replace(/^[:,]? /, '')
    : unlinked
}

function nameProblem(name: string, taken: ReadonlySet<string>): string | null {
  if (name === '') return 'A field has a name.'
  return taken.has(name) ? 'There is one with this name.' : null
}
