import { cx } from '@penstock/ui'
import { ChevronRight } from 'lucide-react'
import { Link } from '../app/link.tsx'
import type { Page } from '../app/place.ts'
import { useShownApi } from '../app/shown.ts'
import { OperationLabel } from '../operation/operation-label.tsx'
import type { OperationNames } from './operation-name.ts'
import { SchemaGlyph } from './schema-glyph.tsx'
import type { TreeRow } from './tree-rows.ts'

export interface TreeRowViewProps {
  id: string
  row: TreeRow
  /** px from the top of the tree */
  top: number
  isActive: boolean
  isCurrent: boolean
  onToggle: (key: string) => void
  onOpen: () => void
  /** The reader is about to open this operation. */
  onNear: (operation: string) => void
}

const line = 'absolute inset-x-2 flex items-center gap-2 rounded-md px-2 text-left text-fg-2'
const ring =
  'group-focus-visible/tree:outline-2 group-focus-visible/tree:outline-focus group-focus-visible/tree:-outline-offset-2'

export function TreeRowView({
  id,
  row,
  top,
  isActive,
  isCurrent,
  onToggle,
  onOpen,
  onNear,
}: TreeRowViewProps) {
  const { names, placeOf } = useShownApi()
  const style = { transform: `translateY(${top}px)`, height: heightOf(row) }
  if (row.kind === 'group')
    return (
      // Keys are the tree's: it has the focus.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
      <div
        id={id}
        role="treeitem"
        aria-level={1}
        aria-expanded={row.isOpen}
        aria-selected={false}
        tabIndex={-1}
        onClick={() => onToggle(row.key)}
        className={cx(line, 'cursor-default font-medium hover:bg-hover hover:text-fg', isActive && ring)}
        style={style}
      >
        <ChevronRight
          aria-hidden
          className={cx('size-3.5 shrink-0 text-fg-3 transition-transform', row.isOpen && 'rotate-90')}
        />
        <span className="min-w-0 flex-1 truncate">{row.name}</span>
        <span className="tabular text-xs font-normal text-fg-3">{row.count}</span>
      </div>
    )
  const page = pageOfRow(row, names)
  return (
    <Link
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-selected={isCurrent}
      {...(isCurrent ? { 'aria-current': 'page' } : {})}
      {...(row.kind === 'overview' ? {} : { 'aria-setsize': row.size, 'aria-posinset': row.position })}
      tabIndex={-1}
      to={placeOf(page ?? { kind: 'overview' })}
      onClick={onOpen}
      onMouseEnter={() => row.kind === 'operation' && onNear(row.operation.id)}
      className={cx(
        line,
        isCurrent ? 'bg-accent-soft font-medium text-accent-fg' : 'hover:bg-hover hover:text-fg',
        isActive && ring,
      )}
      style={style}
    >
      <RowText row={row} />
    </Link>
  )
}

/** px: an operation has its path below its name. */
export function heightOf(row: TreeRow): number {
  return row.kind === 'operation' ? 44 : 32
}

/** The page that a line leads to; null for groups. */
export function pageOfRow(row: TreeRow, names: OperationNames): Page | null {
  if (row.kind === 'group') return null
  if (row.kind === 'operation') return { kind: 'operation', name: names.nameOf(row.operation) }
  return row.kind === 'schema' ? { kind: 'schema', name: row.name } : { kind: 'overview' }
}

function RowText({ row }: { row: Exclude<TreeRow, { kind: 'group' }> }) {
  if (row.kind === 'overview') return <span className="font-medium">Overview</span>
  if (row.kind === 'schema')
    return (
      <>
        <SchemaGlyph />
        <span className="min-w-0 truncate font-mono text-xs">{row.name}</span>
      </>
    )
  return <OperationLabel operation={row.operation} />
}
