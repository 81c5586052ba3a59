import { cx } from '@penstock/ui'
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

/** Joins a list of tabs with its panel: one panel, whose content changes with the tab. */
export interface TabIds {
  readonly panel: string
  tab(id: string): string
}

export function useTabs(): TabIds {
  const base = useId()
  return { panel: `${base}panel`, tab: (id) => `${base}tab-${id.replaceAll(/\s/g, '-')}` }
}

export interface TabListProps {
  ids: TabIds
  label: string
  items: readonly { readonly id: string; readonly label: ReactNode }[]
  selected: string
  onSelect: (id: string) => void
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Tabs of the WAI-ARIA Authoring Practices: one tab stop, arrow keys choose. They wrap when there are many. */
export function TabList({ ids, label, items, selected, onSelect }: TabListProps) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next =
      items[
        step(
          items.findIndex(({ id }) => id === selected),
          items.length,
        )
      ]!
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(ids.tab(next.id))}`)?.focus()
  }
  return (
    // The tabs inside have the focus; this only moves it among them.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      onKeyDown={onKeyDown}
      className="flex flex-wrap gap-x-1 border-b border-line"
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="tab"
          id={ids.tab(item.id)}
          aria-selected={item.id === selected}
          aria-controls={ids.panel}
          tabIndex={item.id === selected ? 0 : -1}
          onClick={() => onSelect(item.id)}
          className={cx(
            '-mb-px flex h-8 items-center border-b-2 px-2 text-sm transition-[color]',
            item.id === selected
              ? 'border-accent font-medium text-fg'
              : 'border-transparent text-fg-2 hover:text-fg',
          )}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}

export interface TabPanelProps {
  ids: TabIds
  selected: string
  children: ReactNode
  className?: string
}

export function TabPanel({ ids, selected, children, className }: TabPanelProps) {
  return (
    <div role="tabpanel" id={ids.panel} aria-labelledby={ids.tab(selected)} className={className}>
      {children}
    </div>
  )
}
