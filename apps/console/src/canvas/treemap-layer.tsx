import { type ChangeAction, ChangeMark, cx } from '@penstock/ui'
import { type CSSProperties, memo, type ReactNode } from 'react'
import type { MapCell } from '../layout/index.ts'
import './treemap.css'

/** What a group says from afar. */
export interface GroupLabel {
  readonly title: string
  readonly method: string | null
  /** What changed in it, if anything did. */
  readonly change: ChangeAction | null
  /** What else is marked in it: in the whole of it, or in itself where its parts are drawn. */
  readonly badge?: (isWhole: boolean) => ReactNode
  readonly isFaint: boolean
}

/**
 * The API from afar: groups as boxes in boxes, each with its name, how many operations it holds, and whether something
 * in it changed or is wrong. Sizes inside are in pixels of the screen, whatever the zoom.
 */
export const TreemapLayer = memo(function TreemapLayer(props: {
  cells: readonly MapCell[]
  zoom: number
  selected: ReadonlySet<string>
  label: (id: string) => GroupLabel
  onChoose: (cell: MapCell, isExtending: boolean) => void
}) {
  const { cells, zoom, selected, label, onChoose } = props
  return (
    <div
      aria-hidden
      className="treemap"
      style={{ '--px': `${1 / zoom}px`, '--scale': 1 / zoom } as CSSProperties}
    >
      {cells.map((cell) => (
        <Cell
          key={cell.id}
          cell={cell}
          zoom={zoom}
          label={label(cell.id)}
          isSelected={selected.has(cell.id)}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
})

function Cell(props: {
  cell: MapCell
  zoom: number
  label: GroupLabel
  isSelected: boolean
  onChoose: (cell: MapCell, isExtending: boolean) => void
}) {
  const { cell, zoom, label, isSelected, onChoose } = props
  const { x, y, width, height, role, depth, leaves, isDivided } = cell
  const [wide, tall] = [width * zoom, height * zoom]
  const badge = label.badge?.(!isDivided)
  const isNamed = wide >= 26 && tall >= 13
  const isLeaf = role === 'leaf'
  const text = isLeaf && label.method ? `${label.method} ${label.title}` : label.title
  return (
    // The canvas has the keyboard, and the outline says the same to screen readers.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={cx('treemap-cell', isDivided && 'is-divided', tall >= 34 && !isDivided && 'is-tall')}
      data-cell={cell.id}
      data-depth={Math.min(depth, 4)}
      data-role={role}
      {...(label.change ? { 'data-change': label.change } : {})}
      {...(label.isFaint ? { 'data-faint': '' } : {})}
      {...(isSelected ? { 'data-selected': '' } : {})}
      title={isLeaf ? text : `${label.title}, ${leaves} ${leaves === 1 ? 'operation' : 'operations'}`}
      style={{ left: x, top: y, width, height }}
      onClick={(event) => {
        event.stopPropagation()
        onChoose(cell, event.shiftKey || event.metaKey || event.ctrlKey)
      }}
    >
      {isNamed && (
        <span className="treemap-title">
          {label.change && (
            <span className="treemap-mark">
              <ChangeMark action={label.change} />
            </span>
          )}
          <span className={cx('treemap-name', label.title.startsWith('/') && 'font-mono')}>{text}</span>
          {!isLeaf && wide >= 64 && <span className="treemap-count">{leaves}</span>}
          {badge && <span className="treemap-mark">{badge}</span>}
        </span>
      )}
    </div>
  )
}
