import type { ChangeView } from '@penstock/server'
import { ChangeMark, ProgressBar, SegmentedControl, SplitPane, useDelay } from '@penstock/ui'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { useRegisterCommands } from '../../app/use-commands.ts'
import { ChangeList } from '../review/change-list.tsx'
import { changeRows, neighbour, openChange } from '../review/change-rows.ts'
import { useFolds } from '../review/use-folds.ts'
import { type RecordOfChange, recordOfChange } from '../review/records-of-change.ts'
import { type TextLayout, TextLayoutControl } from '../review/text-layout.tsx'

export interface DifferenceSearch {
  change?: string | undefined
  record?: string | undefined
  /** The node that is selected on the graph. */
  node?: string | undefined
  view?: 'text' | undefined
  layout?: 'unified' | undefined
}

export interface DifferencePanesProps {
  /** For the size of the list, which is remembered. */
  id: string
  /** Names these changes: other ones are another picture. */
  name: string
  changes: readonly ChangeView[]
  content: { readonly records: readonly ApiRecord[]; readonly removed: readonly ApiRecord[] } | undefined
  search: DifferenceSearch
  onSearch: (next: DifferenceSearch) => void
  /** The text of a record on both sides. */
  text: (record: RecordOfChange | undefined, layout: TextLayout) => ReactNode
  noteOf?: (change: ChangeView) => ReactNode
  /** Record → ids of what was said of it: marked on its node. */
  notes?: ReadonlyMap<string, readonly string[]>
  /** What was said of a node was asked for. */
  onNotes?: (notes: readonly string[]) => void
}

type ApiRecord = Parameters<typeof DifferenceGraph>[0]['records'][number]

const DifferenceGraph = lazy(() =>
  import('../../designer/index.ts').then((designer) => ({ default: designer.DifferenceGraph })),
)

/** Changes in words at the left, on the graph or as text at the right: of a request, or of two deployments. */
export function DifferencePanes(props: DifferencePanesProps) {
  const { id, name, changes, content, search, onSearch, text, noteOf, notes, onNotes } = props
  const { open: openFolds, toggle } = useFolds()
  // What is noted is noted of one change: none of them is folded away.
  const isFolding = noteOf === undefined
  const rows = useMemo(() => changeRows(changes, openFolds, isFolding), [changes, openFolds, isFolding])
  const difference = useMemo(() => ({ planHash: name, changes }), [name, changes])
  const open = openChange(rows, search)
  const selected = changes.find((change) => change.id === open)
  const record = recordOfChange(selected, search.record)
  const select = (change: string | undefined) =>
    onSearch({ view: search.view, layout: search.layout, change })
  const view = search.view ?? 'graph'
  const show = (next: 'graph' | 'text') => onSearch({ ...search, view: next === 'text' ? 'text' : undefined })
  useRegisterCommands(
    useMemo(() => {
      const group = 'Changes'
      return [
        { id: 'changes.next', label: 'Next change', group, shortcut: 'j', run: () => step(1) },
        { id: 'changes.previous', label: 'Previous change', group, shortcut: 'k', run: () => step(-1) },
        {
          id: 'changes.text',
          label: 'Switch between graph and text',
          group,
          shortcut: 't',
          run: () => show(view === 'text' ? 'graph' : 'text'),
        },
      ]
      function step(by: 1 | -1) {
        select(neighbour(rows, open, by))
      }
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- the rest follows from these
    }, [rows, open, view, search, onSearch]),
  )
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col">
      <SplitPane
        id={id}
        label="Resize the list of changes"
        defaultSize={400}
        minSize={300}
        maxSize={800}
        pane={
          <div className="h-full bg-surface">
            <ChangeList
              rows={rows}
              selected={open}
              onSelect={select}
              onToggleFold={toggle}
              openRecord={search.view === 'text' ? record?.record : undefined}
              onOpenRecord={(next) =>
                onSearch({ change: open, record: next, view: 'text', layout: search.layout })
              }
              {...(noteOf ? { noteOf } : {})}
            />
          </div>
        }
      >
        <div className="flex h-full flex-col">
          <div className="flex h-10 shrink-0 items-center gap-3 border-b border-line bg-surface px-3">
            <SegmentedControl
              label="Show the changes as"
              value={view}
              onChange={show}
              options={[
                { value: 'graph', label: 'Graph' },
                { value: 'text', label: 'Text' },
              ]}
            />
            {view === 'text' && (
              <TextLayoutControl
                layout={search.layout}
                onChange={(layout) => onSearch({ ...search, layout })}
              />
            )}
            {view === 'text' && record && <ChangeMark action={record.action} className="-mr-1" />}
            <span className="min-w-0 flex-1 truncate text-sm text-fg-2">
              {view === 'text' ? record?.name : selected?.title}
            </span>
          </div>
          <div className="relative min-h-0 flex-1">
            {view === 'text' ? (
              text(record, search.layout ?? 'split')
            ) : content ? (
              <Suspense fallback={<Loading />}>
                <DifferenceGraph
                  difference={difference}
                  records={content.records}
                  removed={content.removed}
                  selected={search.change ?? null}
                  node={search.node ?? null}
                  onSelect={(change, node) =>
                    onSearch({
                      change: change ?? undefined,
                      node: node ?? undefined,
                      view: search.view,
                      layout: search.layout,
                    })
                  }
                  notes={notes}
                  onNotes={onNotes}
                />
              </Suspense>
            ) : (
              <Loading />
            )}
          </div>
        </div>
      </SplitPane>
    </div>
  )
}

function Loading() {
  return useDelay() ? <ProgressBar label="Loading the graph" className="p-4" /> : null
}
