import type { ChangeView } from '@penstock/server'
import { ChangeMark, cx, VerdictChip } from '@penstock/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { ChangeDetail } from './change-detail.tsx'
import type { Row } from './change-rows.ts'

export interface ChangeListProps {
  rows: readonly Row[]
  selected: string | undefined
  onSelect: (change: string | undefined) => void
  /** The record whose text is shown. */
  openRecord?: string | undefined
  /** Shows the text of a record; absent where there is none to show. */
  onOpenRecord?: (record: string) => void
  /** Stands before the verdict: how many comments there are. */
  noteOf?: (change: ChangeView) => ReactNode
}

/** The changes, worst first; the selected one is open. Only the rows in sight are in the page. */
export function ChangeList(props: ChangeListProps) {
  const { rows, selected, onSelect, openRecord, onOpenRecord, noteOf } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.type === 'heading' ? 32 : 36),
    getItemKey: (index) => {
      const row = rows[index]
      return row?.type === 'change' ? row.change.id : `heading ${row?.verdict}`
    },
    overscan: 8,
  })

  const selectedIndex = rows.findIndex((row) => row.type === 'change' && row.change.id === selected)
  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [selectedIndex, virtualizer])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region has to be reachable by keyboard
    <div
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label="Changes"
      className="h-full overflow-y-auto -outline-offset-2"
    >
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.type === 'heading' ? (
                <h2 className="tabular flex h-8 items-end gap-1.5 px-3 pb-1.5 text-xs font-medium text-fg-2">
                  {verdictNames[row.verdict]}{' '}
                  <span className="text-fg-3">{row.count.toLocaleString('en')}</span>
                </h2>
              ) : (
                <ChangeRow
                  change={row.change}
                  isSelected={row.change.id === selected}
                  openRecord={openRecord}
                  onOpenRecord={onOpenRecord}
                  note={noteOf?.(row.change)}
                  onToggle={() => onSelect(row.change.id === selected ? undefined : row.change.id)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const verdictNames = { breaking: 'Breaking', risky: 'Risky', safe: 'Safe', documentation: 'Documentation' }

interface ChangeRowProps {
  change: ChangeView
  isSelected: boolean
  openRecord: string | undefined
  onOpenRecord: ChangeListProps['onOpenRecord']
  note: ReactNode
  onToggle: () => void
}

function ChangeRow({ change, isSelected, openRecord, onOpenRecord, note, onToggle }: ChangeRowProps) {
  return (
    <div className={cx('border-b border-line', isSelected && 'bg-hover/70')}>
      <button
        type="button"
        aria-expanded={isSelected}
        onClick={onToggle}
        className="flex min-h-9 w-full items-center gap-2 px-3 py-1.5 text-left text-sm text-fg -outline-offset-2 transition-colors hover:bg-hover"
      >
        <ChangeMark action={change.action} />
        <span className="min-w-0 flex-1 break-words">{change.title}</span>
        {note}
        <VerdictChip verdict={change.verdict} />
        <ChevronRight
          aria-hidden
          className={cx('size-3.5 shrink-0 text-fg-3 transition-transform', isSelected && 'rotate-90')}
        />
      </button>
      {isSelected && <ChangeDetail change={change} openRecord={openRecord} onOpenRecord={onOpenRecord} />}
    </div>
  )
}
