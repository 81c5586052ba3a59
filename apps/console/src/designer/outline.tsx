import type { ApiRecord } from '@penstock/model'
import { ChangeMark, cx, Kbd, MethodBadge, SearchField } from '@penstock/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronRight, Plus } from 'lucide-react'
import {
  type KeyboardEvent,
  memo,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { designerCommands, runOwnKeys } from '../commands/index.ts'
import { recordOfPart } from '../editor/index.ts'
import type { RecordChange } from './changes.ts'
import {
  type DesignerContext,
  useDesigner,
  useSelectedIds,
  useStructure,
  useView,
} from './designer-context.ts'
import { PeopleAtLine, useAlsoSelected } from '../features/presence/people-at.tsx'
import { ConflictAtLine, useConflictAt } from './conflict/conflict-at.tsx'
import { nodeOf } from './nodes/definitions.ts'
import { cutOf, isPath } from './path-text.ts'
import { isSeenAt, type OutlineRow, outlineAncestors, outlineRows } from './outline-rows.ts'
import { outlineFlows } from './steps/outline-flows.ts'
import { missingSteps, stepEntries } from './steps/insert-step.ts'
import { useDerived } from './use-derived.ts'
import { runItem } from './palette-items.ts'
import { ProblemBadge } from './problems/problem-badge.tsx'
import { type DefinitionMarks, markOf, type ProblemMark, wordsOf } from './problems/problem-marks.ts'
import { showRecord } from './show-record.ts'
import { RenameInput } from './rename/rename-input.tsx'
import { startRenaming } from './rename/start-renaming.ts'

const rowHeight = 28
/** The tree's own meaning of these keys goes before the commands'. */
const treeKeys = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Tab', ' '])

/** The API as a tree: everything that the canvas does, by keyboard and for screen readers. */
export const Outline = memo(function Outline({
  changeOf,
  marks,
}: {
  changeOf: (id: string) => RecordChange | null
  marks: DefinitionMarks
}) {
  const designer = useDesigner()
  const { session } = designer
  const { outline, search } = session
  // The tree is of now; drawn again when a name or what hangs on what changes.
  const structure = useStructure()
  const grouping = useSyncExternalStore(session.graph.subscribe, session.graph.grouping)
  const selected = useSelectedIds()
  const [left] = useState(session.looked)
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(left.outline?.open ?? (outline.api ? [outline.api.id] : [])),
  )
  const [query, setQuery] = useState('')
  const openFlows = useSyncExternalStore(session.graph.subscribe, session.graph.openFlows)
  const flows = useDerived(useCallback((now) => outlineFlows(now, openFlows), [openFlows]))
  // Not deferred: finding and drawing a screenful takes less than the second frame that a deferral costs.
  const rows = useMemo(
    () => (query === '' ? outlineRows(outline, open, flows, grouping) : search.find(query)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the tree and the search are of this structure
    [structure, outline, search, query, open, flows, grouping],
  )
  const [active, setActive] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const prefix = useId()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: left.outline?.top ?? 0,
  })
  const found = rows.findIndex((row) => row.id === active)
  // When the line is gone, the keyboard goes on from what took its place.
  const [lastAt, setLastAt] = useState(0)
  if (found >= 0 && found !== lastAt) setLastAt(found)
  const at = Math.max(0, found >= 0 ? found : Math.min(lastAt, rows.length - 1))

  const isSearchWanted = useView((view) => view.wantsSearch)
  useEffect(() => {
    if (!isSearchWanted) return
    designer.view.setState({ wantsSearch: false })
    input.current?.focus()
  }, [isSearchWanted, designer])

  // Selecting on the canvas opens the way to the line here, and so does what moves the selected line elsewhere.
  const primary = selected.at(-1) ?? null
  const above = primary === null ? '' : outlineAncestors(outline, recordOfPart(primary), grouping).join('\n')
  useEffect(() => {
    if (primary !== null) setActive(primary)
  }, [primary])
  // Who comes back finds a line closed that they closed over what is selected.
  const wayOpened = useRef(left.outline?.way ?? null)
  useEffect(() => {
    const way = `${primary} ${above}`
    if (wayOpened.current === way) return
    wayOpened.current = way
    const wayTo = above.split('\n').filter(Boolean)
    setOpen((before) => (wayTo.every((id) => before.has(id)) ? before : new Set([...before, ...wayTo])))
  }, [primary, above])
  useEffect(() => {
    const index = rows.findIndex((row) => row.id === active)
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  }, [active, rows, virtual])

  const keepPlace = useCallback(() => {
    const top = scroller.current?.scrollTop ?? 0
    session.look({ outline: { open: [...open], top, way: wayOpened.current } })
  }, [session, open])
  useEffect(keepPlace, [keepPlace])

  const setExpanded = (row: OutlineRow, isOpen: boolean) => {
    // The canvas opens and closes the same flow.
    if (nodeUses(session.editor.get(row.id))) session.graph.toggle(row.id, isOpen)
    else
      setOpen((before) => {
        const next = new Set(before)
        if (isOpen) next.add(row.id)
        else next.delete(row.id)
        return next
      })
  }
  const choose = (row: OutlineRow | undefined, isExtending = false) => {
    if (!row) return
    setActive(row.id)
    const { selection } = session.editor
    if (!session.editor.get(recordOfPart(row.id))) return
    if (isExtending) selection.toggle(row.id)
    else showRecord(designer, row.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    const next = treeKey(event.key, rows, at)
    if (next !== undefined) choose(rows[next], event.shiftKey)
    else if (event.key === 'ArrowRight' && row?.isExpandable && !row.isExpanded) setExpanded(row, true)
    else if (event.key === 'ArrowLeft' && row?.isExpanded) setExpanded(row, false)
    else if (event.key === ' ' && row?.isExpandable) setExpanded(row, !row.isExpanded)
    else if (event.key === 'Insert' && row?.madeBy) runItem(designer, row.madeBy, null)
    else if (treeKeys.has(event.key) || !runOwnKeys(designerCommands, designer, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <nav aria-label="Outline" className="flex h-full flex-col bg-surface">
      <div className="p-2">
        <SearchField
          label="Search this API"
          placeholder="Path, operation, model"
          hint={<Kbd keys={['/']} />}
          value={query}
          onChange={setQuery}
          inputRef={input}
          onKeyDown={(event) => {
            const isLeaving = event.key === 'Escape' && query === ''
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault()
              choose(rows[0])
            } else if (!isLeaving) return
            scroller.current?.focus()
          }}
        />
      </div>
      <div
        ref={scroller}
        role="tree"
        aria-label={query ? `${rows.length} found for “${query}”` : 'The API as a tree'}
        aria-multiselectable
        tabIndex={0}
        {...(rows[at] ? { 'aria-activedescendant': `${prefix}-${rows[at].id}` } : {})}
        onKeyDown={onKeyDown}
        onScroll={keepPlace}
        data-testid="outline"
        className="min-h-0 flex-1 overflow-auto px-1 pb-2 -outline-offset-2"
      >
        <div
          role="presentation"
          style={{ height: virtual.getTotalSize() }}
          className="@container relative min-w-48"
        >
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (!row) return null
            return (
              <Row
                key={row.id}
                row={row}
                domId={`${prefix}-${row.id}`}
                top={item.start}
                isSelected={selected.includes(row.id)}
                isActive={item.index === at}
                change={changeOf(row.id)}
                problem={markOf(marks, row.id, row.isExpandable && !row.isExpanded)}
                onChoose={(isExtending) => {
                  choose(row, isExtending)
                  // The keyboard goes on from the line that was clicked.
                  scroller.current?.focus({ preventScroll: true })
                }}
                onMenu={(menuAt) => {
                  if (!session.editor.get(row.id)) return
                  if (!selected.includes(row.id)) choose(row)
                  scroller.current?.focus({ preventScroll: true })
                  designer.view.setState({ menuAt })
                }}
                onToggle={() => setExpanded(row, !row.isExpanded)}
                onAdd={(at) => {
                  if (row.madeBy) runItem(designer, row.madeBy, null)
                  else insertInto(designer, row, at)
                }}
              />
            )
          })}
        </div>
        {query && rows.length === 0 && (
          <p role="presentation" className="px-3 py-2 text-sm text-fg-3">
            Nothing in this API says “{query}”.
          </p>
        )}
      </div>
    </nav>
  )
})

function Row(props: {
  row: OutlineRow
  domId: string
  top: number
  isSelected: boolean
  isActive: boolean
  change: RecordChange | null
  problem: ProblemMark | null
  onChoose: (isExtending: boolean) => void
  onMenu: (at: { x: number; y: number }) => void
  onToggle: () => void
  onAdd: (at: { x: number; y: number }) => void
}) {
  const { row, isSelected, isActive, change } = props
  const kind = row.kind === undefined ? null : nodeOf(row.kind)
  const alsoSelected = useAlsoSelected(row.id)
  const designer = useDesigner()
  const { outline, graph } = designer.session
  const conflict = useConflictAt(row.id, (record) => isSeenAt(outline, row, record, graph.grouping()))
  const description = [alsoSelected, conflict, props.problem && wordsOf(props.problem)]
    .filter(Boolean)
    .join('. ')
  const isRenaming = useView(({ renaming }) => renaming?.id === row.id && renaming.on === 'line')
  const adds = row.madeBy
    ? `Add to ${row.title.toLowerCase()}`
    : row.hasFlow
      ? `Insert a step into ${row.title}`
      : null
  const name = [row.method, row.title, row.count > 0 ? row.count : ''].filter(Boolean).join(' ')
  return (
    // The tree has the focus and the keyboard; lines only hear the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={props.domId}
      role="treeitem"
      tabIndex={-1}
      // Its name is what it holds, without what can be done with it.
      {...(adds ? { 'aria-label': name } : {})}
      {...(description ? { 'aria-description': description } : {})}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-selected={isSelected}
      {...(row.isExpandable ? { 'aria-expanded': row.isExpanded } : {})}
      onClick={(event) => props.onChoose(event.shiftKey || event.metaKey || event.ctrlKey)}
      onContextMenu={(event) => {
        event.preventDefault()
        props.onMenu({ x: event.clientX, y: event.clientY })
      }}
      className={cx(
        'group/line absolute inset-x-0 flex cursor-default items-center gap-1 rounded-md pr-1.5 text-sm',
        isSelected ? 'bg-accent-soft text-fg' : 'text-fg hover:bg-hover',
        isActive && '[[role=tree]:focus-visible_&]:outline-2 -outline-offset-2 outline-focus',
      )}
      style={{ top: props.top, height: rowHeight, paddingLeft: indentation(row.level) }}
    >
      <span
        aria-hidden
        onClick={(event) => {
          if (!row.isExpandable) return
          event.stopPropagation()
          props.onToggle()
        }}
        className={cx('flex h-5 w-4 shrink-0 items-center justify-center text-fg-3', row.isLoose && 'hidden')}
      >
        {row.isExpandable && <ChevronRight className={cx('size-3.5', row.isExpanded && 'rotate-90')} />}
      </span>
      {row.method && <MethodBadge method={row.method} />}
      {kind && !row.method && (
        <span role="img" aria-label={kind.noun} title={kind.noun} className="shrink-0 px-0.5 text-fg-3">
          <kind.glyph aria-hidden className="size-3.5" />
        </span>
      )}
      {isRenaming ? (
        <RenameInput id={row.id} />
      ) : (
        <span
          title={row.title}
          onDoubleClick={(event) => {
            event.stopPropagation()
            startRenaming(designer, row.id, 'line')
          }}
          // Whatever else stands on the line, some of its name can be read.
          className={cx(
            'min-w-14 flex-1 truncate',
            isPath(row.title) && 'font-mono text-xs',
            cutOf(row.title),
          )}
        >
          <bdi dir="ltr">{row.title}</bdi>
        </span>
      )}
      <span className="flex min-w-0 items-center gap-1 overflow-hidden empty:hidden">
        {conflict !== null && <ConflictAtLine text={conflict} />}
        {props.problem && <ProblemBadge mark={props.problem} isDescribed />}
        {change && <ChangeMark {...change} />}
        <PeopleAtLine id={row.id} most={1} />
      </span>
      {adds && (
        <button
          type="button"
          // The tree has the keyboard: Insert does the same.
          tabIndex={-1}
          aria-label={adds}
          title={`${adds} (Insert)`}
          onClick={(event) => {
            event.stopPropagation()
            const { left: x, bottom: y } = event.currentTarget.getBoundingClientRect()
            props.onAdd({ x, y })
          }}
          className={cx(
            'size-6 shrink-0 items-center justify-center rounded-md text-fg-3 hover:bg-pressed hover:text-fg',
            // Marks need the room of a line with a name; who points at it finds what can be done with it.
            row.madeBy ? 'flex' : 'hidden group-hover/line:flex pointer-coarse:flex',
          )}
        >
          <Plus aria-hidden className="size-3.5" />
        </button>
      )}
      {row.count > 0 && <span className="tabular text-xs text-fg-3">{row.count}</span>}
    </div>
  )
}

/** In a narrow pane less and less for each level, so that names have room however deep they hang. */
function indentation(level: number): string {
  const depth = level - 1
  return `calc(4px + min(${12 * depth}px, ${(22 * (1 - 0.8 ** depth)).toFixed(2)}cqw))`
}

/** Where a key leads to in the list of lines; undefined if it is not a key of movement. */
function treeKey(key: string, rows: readonly OutlineRow[], at: number): number | undefined {
  const row = rows[at]
  if (key === 'ArrowDown') return Math.min(rows.length - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return rows.length - 1
  if (key === 'ArrowRight' && row?.isExpanded) return at + 1
  if (key === 'ArrowLeft' && row && !row.isExpanded && row.parent !== null)
    return rows.findIndex((other) => other.id === row.parent)
  return undefined
}

function nodeUses(record: ApiRecord | undefined): boolean {
  return record !== undefined && nodeOf(record.kind).uses !== undefined
}

/** Offers the steps that a flow lacks, beside its line. */
function insertInto(designer: DesignerContext, row: OutlineRow, at: { x: number; y: number }): void {
  designer.view.setState({
    picker: {
      at,
      title: `Insert a step into ${row.title}`,
      entries: stepEntries(designer, row.id, missingSteps(designer, row.id)),
      empty: 'The flow has every step that can go into it.',
    },
  })
}
