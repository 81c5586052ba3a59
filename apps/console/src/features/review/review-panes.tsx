import type { PlanView } from '@penstock/server'
import { cx, SplitPane, VerdictChip } from '@penstock/ui'
import { getRouteApi } from '@tanstack/react-router'
import { ChangeList } from './change-list.tsx'
import { type Row, type Verdict, verdicts } from './change-rows.ts'
import { RecordText } from './record-text.tsx'

const route = getRouteApi('/inside/apis/$slug/review')

export interface ReviewPanesProps {
  slug: string
  plan: PlanView
  rows: readonly Row[]
  onSelect: (change: string | undefined) => void
}

/** The changes in words at the left; the selected one as text at the right. */
export function ReviewPanes({ slug, plan, rows, onSelect }: ReviewPanesProps) {
  const search = route.useSearch()
  const selected = plan.changes.find((change) => change.id === search.change)
  return (
    <SplitPane
      id="review"
      label="Resize the list of changes"
      defaultSize={440}
      minSize={320}
      maxSize={800}
      pane={
        <div className="flex h-full flex-col bg-surface">
          <VerdictFilter plan={plan} />
          <div className="min-h-0 flex-1">
            <ChangeList rows={rows} selected={search.change} onSelect={onSelect} />
          </div>
        </div>
      }
    >
      <RecordText slug={slug} stage={plan.stage} change={selected} />
    </SplitPane>
  )
}

function VerdictFilter({ plan }: { plan: PlanView }) {
  const { verdict } = route.useSearch()
  const navigate = route.useNavigate()
  const present = verdicts.filter((candidate) => plan.summary[candidate] > 0)
  if (present.length < 2) return null
  const show = (next: Verdict | undefined) =>
    void navigate({
      search: ({ verdict: _, ...rest }) => (next === undefined ? rest : { ...rest, verdict: next }),
      replace: true,
    })
  return (
    <div
      role="group"
      aria-label="Show only"
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-3 py-2"
    >
      {present.map((candidate) => (
        <button
          key={candidate}
          type="button"
          aria-pressed={verdict === candidate}
          onClick={() => show(verdict === candidate ? undefined : candidate)}
          className={cx('rounded-sm', verdict !== undefined && verdict !== candidate && 'opacity-60')}
        >
          <VerdictChip verdict={candidate} count={plan.summary[candidate]} />
        </button>
      ))}
    </div>
  )
}
