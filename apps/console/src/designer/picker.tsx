import { cx, Popover } from '@penstock/ui'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useDesigner, useView } from './designer-context.ts'
import type { PickerEntry, PickerState } from './picker-state.ts'

/** More than these are found by typing. */
const most = 60

/** What can go somewhere, as a list at the pointer or at what has the keyboard: typed into, walked by arrows, Enter takes. */
export function Picker() {
  const designer = useDesigner()
  const state = useView((view) => view.picker)
  const anchor = useRef<HTMLSpanElement>(null)
  const close = () => {
    designer.view.setState({ picker: null })
  }
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="pointer-events-none fixed size-px"
        style={{ left: state?.at.x ?? 0, top: state?.at.y ?? 0 }}
      />
      <Popover
        aria-label={state?.title ?? 'Choose'}
        triggerRef={anchor}
        isOpen={state !== null}
        onOpenChange={(isOpen) => !isOpen && close()}
        placement="bottom start"
        offset={6}
        className="w-72"
      >
        {state && <Choices state={state} onClose={close} />}
      </Popover>
    </>
  )
}

function Choices({ state, onClose }: { state: PickerState; onClose: () => void }) {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const prefix = useId()
  const list = useRef<HTMLDivElement>(null)
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = state.entries.filter((entry) => {
    const text = `${entry.group} ${entry.label} ${entry.detail}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const at = Math.min(active, Math.max(0, found.length - 1))
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, query])
  const take = (entry: PickerEntry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, most - 1, at + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1))
    else if (event.key === 'Enter') take(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className="flex max-h-80 flex-col">
      <label className="border-b border-line px-3 pt-2 pb-1.5">
        <span className="block text-2xs font-medium text-fg-3">{state.title}</span>
        <input
          role="combobox"
          aria-expanded
          aria-controls={`${prefix}-list`}
          aria-autocomplete="list"
          {...(found[at] ? { 'aria-activedescendant': `${prefix}-${found[at].id}` } : {})}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a key or a click to choose from this list
          autoFocus
          placeholder="Type to filter"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          className="h-7 w-full bg-transparent text-sm text-fg outline-none placeholder:text-fg-3"
        />
      </label>
      <div
        ref={list}
        id={`${prefix}-list`}
        role="listbox"
        aria-label={state.title}
        className="min-h-0 overflow-y-auto p-1"
      >
        {found.slice(0, most).map((entry, index) => (
          <div key={entry.id} role="presentation">
            {entry.group !== found[index - 1]?.group && (
              <div role="presentation" className="px-2 pt-1.5 pb-0.5 text-2xs font-medium text-fg-3">
                {entry.group}
              </div>
            )}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keyboard stays in the field above */}
            <div
              id={`${prefix}-${entry.id}`}
              role="option"
              aria-selected={index === at}
              onPointerMove={() => setActive(index)}
              onClick={() => take(entry)}
              className={cx(
                'flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm',
                index === at && 'bg-hover',
              )}
            >
              <entry.glyph aria-hidden className="size-4 shrink-0 text-fg-3" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-fg">{entry.label}</span>
                {entry.detail && <span className="block truncate text-2xs text-fg-3">{entry.detail}</span>}
              </span>
            </div>
          </div>
        ))}
      </div>
      {found.length > most && (
        <p className="border-t border-line px-3 py-1.5 text-2xs text-fg-3">
          {found.length - most} more: type to find them.
        </p>
      )}
      {found.length === 0 && (
        <p className="px-3 pb-3 text-sm text-fg-2">{words.length > 0 ? 'Nothing fits.' : state.empty}</p>
      )}
    </div>
  )
}
