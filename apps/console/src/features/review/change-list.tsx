import type { ChangeView } from '@penstock/server'
import { Badge, ChangeMark, cx, VerdictChip } from '@penstock/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { ChangeDetail } from './change-detail.tsx'
import { changesIn, type Row, rowOf } from './change-rows.ts'
import { useConsequences } from './consequences/consequences-context.ts'
import { UsageLine } from './consequences/usage-line.tsx'
import { mayBeUsed } from './consequences/use-of-changes.ts'
import type { Fold } from '@penstock/diff/words'

export interface ChangeListProps {
  rows: readonly Row[]
  selected: string | undefined
  onSelect: (change: string | undefined) => void
  onToggleFold: (fold: Fold) => void
  /** The record whose text is shown. */
  openRecord?: string | undefined
  /** Shows the text of a record; absent where there is none to show. */
  onOpenRecord?: (record: string) => void
  /** Stands before the verdict: how many comments there are. */
  noteOf?: (change: ChangeView) => ReactNode
}

/** The changes, worst first; the selected one is open. Only the rows in sight are in the page. */
export function ChangeList(props: ChangeListProps) {
  const { rows, selected, onSelect, onToggleFold, openRecord, onOpenRecord, noteOf } = props
  const scroller = useRef<HTMLDivElement>(null)
  const hasUsage = useConsequences() !== null
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index]
      if (!row || row.type === 'heading') return 32
      return hasUsage && mayBeUsed(changesIn(row)) ? 58 : 36
    },
    getItemKey: (index) => {
      const row = rows[index]
      return row ? keyOf(row) : index
    },
    overscan: 8,
  })

  const selectedRow = rowOf(rows, selected)
  const selectedIndex = selectedRow ? rows.indexOf(selectedRow) : -1
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
              ) : row.type === 'fold' ? (
                <FoldRow
                  row={row}
                  isSelected={row === selectedRow}
                  onSelect={() => onSelect(row === selectedRow ? undefined : row.fold.changes[0]?.id)}
                  onToggle={() => onToggleFold(row.fold)}
                />
              ) : (
                <ChangeRow
                  change={row.change}
                  isInside={row.isInside}
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

function keyOf(row: Row): string {
  if (row.type === 'heading') return `heading ${row.verdict}`
  return row.type === 'fold' ? row.fold.key : row.change.id
}

interface ChangeRowProps {
  change: ChangeView
  /** One of those that are folded. */
  isInside: boolean
  isSelected: boolean
  openRecord: string | undefined
  onOpenRecord: ChangeListProps['onOpenRecord']
  note: ReactNode
  onToggle: () => void
}

function ChangeRow(props: ChangeRowProps) {
  const { change, isInside, isSelected, openRecord, onOpenRecord, note, onToggle } = props
  return (
    <div className={cx('border-b border-line', isSelected && 'bg-hover/70')}>
      <button
        type="button"
        aria-expanded={isSelected}
        onClick={onToggle}
        className={cx(rowClass, isInside && 'pl-9')}
      >
        <ChangeMark action={change.action} />
        <span className="min-w-0 flex-1 break-words">{change.title}</span>
        <Marks change={change} />
        {note}
        <VerdictChip verdict={change.verdict} />
        <ChevronRight
          aria-hidden
          className={cx('size-3.5 shrink-0 text-fg-3 transition-transform', isSelected && 'rotate-90')}
        />
      </button>
      <UsageLine changes={[change]} className={isInside ? 'pl-15' : 'pl-9'} />
      {isSelected && <ChangeDetail change={change} openRecord={openRecord} onOpenRecord={onOpenRecord} />}
    </div>
  )
}

const rowClass =
  'flex min-h-9 w-full items-center gap-2 px-3 py-1.5 text-left text-sm text-fg -outline-offset-2 transition-[background-color] hover:bg-hover'

/** What people said of a change, in a word each. */
function Marks({ change }: { change: ChangeView }) {
  const isOverridden = change.findings.some(({ override }) => override !== undefined)
  return (
    <>
      {isOverridden && <Badge tone="info">overridden</Badge>}
      {change.acknowledged && <Badge tone="ok">acknowledged</Badge>}
    </>
  )
}

interface FoldRowProps {
  row: Extract<Row, { type: 'fold' }>
  isSelected: boolean
  onSelect: () => void
  onToggle: () => void
}

/** The same edit of many records: once in words, and the list of them behind a button. */
function FoldRow({ row: { fold, isOpen }, isSelected, onSelect, onToggle }: FoldRowProps) {
  const [first] = fold.changes
  if (!first) return null
  return (
    <div className={cx('border-b border-line', isSelected && 'bg-hover/70')}>
      <button type="button" aria-expanded={isSelected} onClick={onSelect} className={rowClass}>
        <ChangeMark action={first.action} />
        <span className="min-w-0 flex-1 break-words">{fold.title}</span>
        <Marks change={first} />
        <VerdictChip verdict={first.verdict} />
        <ChevronRight
          aria-hidden
          className={cx('size-3.5 shrink-0 text-fg-3 transition-transform', isSelected && 'rotate-90')}
        />
      </button>
      <UsageLine changes={fold.changes} className="pl-9" />
      {isSelected && (
        <ChangeDetail change={first} alike={fold.changes} openRecord={undefined} onOpenRecord={undefined} />
      )}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="mb-1.5 ml-8 flex items-center gap-1 rounded-sm pr-1 text-xs text-fg-2 transition-[color] hover:text-fg"
      >
        <ChevronRight aria-hidden className={cx('size-3.5 transition-transform', isOpen && 'rotate-90')} />
        {isOpen ? 'Fold' : 'Show'} all {fold.changes.length.toLocaleString('en')}
      </button>
    </div>
  )
}
