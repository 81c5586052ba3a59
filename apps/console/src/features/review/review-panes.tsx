import type { PlanView } from '@penstock/server'
import { Button, ChangeMark, ProgressBar, SegmentedControl, SplitPane, useDelay } from '@penstock/ui'
import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { type ComponentProps, lazy, Suspense, useMemo } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { ShortcutLabel } from '../shell/shortcut-label.tsx'
import { ChangeList } from './change-list.tsx'
import { openChange, type Row } from './change-rows.ts'
import { FilterBar } from './filter-bar.tsx'
import type { Fold } from '@penstock/diff/words'
import { readPlace } from './place-of-finding.ts'
import { planContent, type PlanNamed } from './plan-queries.ts'
import { recordOfChange } from './records-of-change.ts'
import { RecordText } from './record-text.tsx'
import { TextLayoutControl } from './text-layout.tsx'

const route = getRouteApi('/inside/apis/$slug/review')

export interface ReviewPanesProps {
  slug: string
  plan: PlanView
  /** Whether the plan may be asked for what it leads to. */
  isCurrent: boolean
  /** Those that are asked for. */
  changes: PlanView['changes']
  /** The same, as they are listed. */
  rows: readonly Row[]
  /** Opens a change, and selects a node beside it. */
  onSelect: (change: string | undefined, node?: string) => void
  onToggleFold: (fold: Fold) => void
}

const DifferenceGraph = lazy(() =>
  import('../../designer/index.ts').then((designer) => ({ default: designer.DifferenceGraph })),
)

/** The changes in words at the left; at the right the graph framed on the selected one, or its text. */
export function ReviewPanes(props: ReviewPanesProps) {
  const { slug, plan, isCurrent, changes, rows, onSelect, onToggleFold } = props
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const difference = useMemo(() => ({ planHash: plan.planHash, changes }), [plan.planHash, changes])
  const open = openChange(rows, search)
  const selected = plan.changes.find((change) => change.id === open)
  const record = recordOfChange(selected, search.record)
  const named = { slug, stage: plan.stage, planHash: plan.planHash }
  return (
    <SplitPane
      id="review"
      label="Resize the list of changes"
      defaultSize={440}
      minSize={320}
      maxSize={800}
      pane={
        <div className="flex h-full flex-col bg-surface">
          <FilterBar plan={plan} />
          <div className="min-h-0 flex-1">
            {rows.length === 0 && <NothingFound />}
            <ChangeList
              rows={rows}
              selected={open}
              onSelect={(change) => onSelect(change)}
              onToggleFold={onToggleFold}
              openRecord={search.view === 'text' ? record?.record : undefined}
              onOpenRecord={(id) =>
                void navigate({
                  search: ({ at: _, ...before }) => ({ ...before, record: id, view: 'text' }),
                  replace: true,
                })
              }
            />
          </div>
        </div>
      }
    >
      <div className="flex h-full flex-col">
        <div className="flex h-10 shrink-0 items-center gap-3 border-b border-line bg-surface px-3">
          <SegmentedControl
            label="Show the changes as"
            value={search.view ?? 'graph'}
            onChange={(view) =>
              void navigate({
                search: ({ view: _, ...rest }) => (view === 'text' ? { ...rest, view } : rest),
                replace: true,
              })
            }
            options={[
              { value: 'graph', label: 'Graph' },
              { value: 'text', label: 'Text' },
            ]}
          />
          {search.view === 'text' && (
            <TextLayoutControl
              layout={search.layout}
              onChange={(layout) =>
                void navigate({
                  search: ({ layout: _, ...rest }) => (layout ? { ...rest, layout } : rest),
                  replace: true,
                })
              }
            />
          )}
          {search.view === 'text' && record && <ChangeMark action={record.action} className="-mr-1" />}
          <span className="min-w-0 flex-1 truncate text-sm text-fg-2">
            {search.view === 'text' ? record?.name : selected?.title}
          </span>
          <span className="hidden items-center gap-3 text-xs text-fg-3 xl:flex">
            <Hint keys="j" text="next" />
            <Hint keys="k" text="previous" />
            <Hint keys="o" text="open" />
            <Hint keys="t" text={search.view === 'text' ? 'graph' : 'text'} />
          </span>
        </div>
        <div className="relative min-h-0 flex-1">
          {search.view === 'text' ? (
            <RecordText
              plan={named}
              isCurrent={isCurrent}
              record={record}
              layout={search.layout ?? 'split'}
              place={readPlace(search.at)}
            />
          ) : (
            <PlanGraph
              plan={difference}
              named={named}
              isCurrent={isCurrent}
              selected={open ?? null}
              node={search.node ?? null}
              onSelect={(change, node) => onSelect(change ?? undefined, node ?? undefined)}
            />
          )}
        </div>
      </div>
    </SplitPane>
  )
}

interface PlanGraphProps
  extends Pick<ComponentProps<typeof DifferenceGraph>, 'selected' | 'node' | 'onSelect'> {
  /** Of its changes, those that are asked for. */
  plan: Pick<PlanView, 'planHash' | 'changes'>
  named: PlanNamed
  isCurrent: boolean
}

/** The picture of a plan, of what it leads to and of nothing else. */
function PlanGraph({ plan, named, isCurrent, ...rest }: PlanGraphProps) {
  const content = useQuery({ ...planContent(named), enabled: isCurrent })
  if (content.error) {
    return (
      <ProblemView
        error={content.error}
        title="The graph could not be drawn"
        onRetry={() => void content.refetch()}
        layout="inline"
        className="m-4"
      />
    )
  }
  if (!content.data) return <GraphLoading />
  return (
    <Suspense fallback={<GraphLoading />}>
      <DifferenceGraph difference={plan} {...content.data} {...rest} />
    </Suspense>
  )
}

function NothingFound() {
  const navigate = route.useNavigate()
  return (
    <div className="flex flex-col items-start gap-2 px-3 py-4 text-sm text-fg-2" role="status">
      No change is like that.
      <Button
        onPress={() =>
          void navigate({
            search: ({ verdict: _, kind: __, find: ___, use: ____, ...rest }) => rest,
            replace: true,
          })
        }
      >
        Show all changes
      </Button>
    </div>
  )
}

function Hint({ keys, text }: { keys: string; text: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <ShortcutLabel shortcut={keys} />
      {text}
    </span>
  )
}

function GraphLoading() {
  return useDelay() ? <ProgressBar label="Loading the graph" className="p-4" /> : null
}
