import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { go } from '../app/address.ts'
import type { Page } from '../app/place.ts'
import { useShownApi } from '../app/shown.ts'
import { heightOf, pageOfRow, TreeRowView } from './tree-row-view.tsx'
import { treeAction } from './tree-keys.ts'
import { groupKey, schemasGroup, type TreeRow, treeRows } from './tree-rows.ts'
import { usePrefetch } from './use-prefetch.ts'

/** Small APIs show everything at once. */
const openAllUpTo = 60

export interface ContentsTreeProps {
  page: Page
  onOpen: () => void
}

/**
 * All operations by group as one tree. Only the lines in sight are in the document; focus stays on the tree, which names
 * its active line (`aria-activedescendant`), so that it survives scrolling.
 */
export function ContentsTree({ page, onOpen }: ContentsTreeProps) {
  const { index, names, placeOf } = useShownApi()
  const prefetch = usePrefetch()
  const scroller = useRef<HTMLDivElement>(null)
  const currentKey = keyOf(page, names)
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(index.operations <= openAllUpTo ? index.groups.map(({ name }) => groupKey(name)) : []),
  )
  const [activeKey, setActiveKey] = useState(currentKey)
  const rows = useMemo(() => treeRows(index, open), [index, open])
  const found = rows.findIndex(({ key }) => key === activeKey)
  const active = found < 0 ? 0 : found
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(rows[at]!),
    getItemKey: (at) => rows[at]!.key,
    overscan: 10,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) =>
        [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
      [active],
    ),
  })

  // The page that is shown is in sight here too, wherever the reader came from.
  useEffect(() => {
    const group = groupOf(page, names)
    if (group !== null) setOpen((before) => (before.has(group) ? before : new Set(before).add(group)))
    setActiveKey(currentKey)
    setShow(currentKey)
  }, [page, names, currentKey])
  const [show, setShow] = useState<string | null>(null)
  useEffect(() => {
    const at = show === null ? -1 : rows.findIndex(({ key }) => key === show)
    if (at < 0) return
    const { range } = list
    // A line that is in sight stays where it is; any other comes to the middle.
    if (!range || at <= range.startIndex || at >= range.endIndex) list.scrollToIndex(at, { align: 'center' })
    setShow(null)
  }, [show, rows, list])

  const toggle = (key: string) => {
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
    setActiveKey(key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const action = treeAction(rows, active, event.key)
    if (!action) return
    event.preventDefault()
    if (action.kind === 'toggle') toggle(action.key)
    else if (action.kind === 'move') {
      const row = rows[action.to]!
      setActiveKey(row.key)
      list.scrollToIndex(action.to)
      if (row.kind === 'operation') prefetch(row.operation.id)
    } else {
      const target = pageOfRow(rows[active]!, names)
      if (target) go(placeOf(target))
      onOpen()
    }
  }
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label="Operations by group"
      tabIndex={0}
      aria-activedescendant={rowId(rows[active]!)}
      onKeyDown={onKeyDown}
      className="group/tree min-h-0 flex-1 overflow-y-auto pb-4 outline-none"
    >
      <div role="presentation" className="relative" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index: at, start, key }) => {
          const row = rows[at]!
          return (
            <TreeRowView
              key={key}
              id={rowId(row)}
              row={row}
              top={start}
              isActive={at === active}
              isCurrent={row.key === currentKey && page.kind !== 'changelog'}
              onToggle={toggle}
              onOpen={onOpen}
              onNear={prefetch}
            />
          )
        })}
      </div>
    </div>
  )
}

function rowId({ key }: TreeRow): string {
  return `contents ${key}`.replaceAll(/\s/g, '-')
}

function keyOf(page: Page, names: ReturnType<typeof useShownApi>['names']): string {
  if (page.kind === 'operation') return `operation ${names.find(page.name)?.id ?? ''}`
  return page.kind === 'schema' ? `schema ${page.name}` : 'overview'
}

function groupOf(page: Page, names: ReturnType<typeof useShownApi>['names']): string | null {
  if (page.kind === 'schema') return schemasGroup
  const operation = page.kind === 'operation' ? names.find(page.name) : undefined
  const group = operation && names.groupNameOf(operation)
  return group === undefined ? null : groupKey(group)
}
