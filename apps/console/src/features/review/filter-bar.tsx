import type { ChangeView, PlanView } from '@penstock/server'
import { cx, Kbd, SearchField, VerdictChip } from '@penstock/ui'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { groupBy } from '../../app/group-by.ts'
import { verdicts } from '@penstock/diff/words'
import { useConsequences } from './consequences/consequences-context.ts'
import { UseFilterGroup } from './consequences/use-filter-group.tsx'
import { kindNames } from './kind-names.ts'

const route = getRouteApi('/inside/apis/$slug/review')

/** Of the input, by which `/` finds it. */
export const filterFieldId = 'review-filter'

/** Which changes are listed: by words, by verdict and by kind. Lives in the address. */
export function FilterBar({ plan }: { plan: PlanView }) {
  const { verdict, kind, find } = route.useSearch()
  const isUseKnown = (useConsequences()?.view?.since ?? null) !== null
  const navigate = route.useNavigate()
  const kinds = useMemo(() => groupBy(plan.changes, (change) => change.kind), [plan])
  const show = (next: { verdict?: ChangeView['verdict']; kind?: ChangeView['kind']; find?: string }) =>
    void navigate({
      search: ({ verdict: _, kind: __, find: ___, ...rest }) => ({ ...rest, ...next }),
      replace: true,
    })
  const kept = {
    ...(verdict === undefined ? {} : { verdict }),
    ...(kind === undefined ? {} : { kind }),
    ...(find === undefined ? {} : { find }),
  }
  const without = (name: 'verdict' | 'kind' | 'find') =>
    Object.fromEntries(Object.entries(kept).filter(([key]) => key !== name))
  const presentVerdicts = verdicts.filter((candidate) => plan.summary[candidate] > 0)
  return (
    <search
      aria-label="Filter the changes"
      className="flex shrink-0 flex-col gap-2 border-b border-line px-3 py-2"
    >
      <SearchField
        id={filterFieldId}
        label="Find in the changes"
        placeholder="Find by path, check or words"
        value={find ?? ''}
        onChange={(text) => show({ ...without('find'), ...(text === '' ? {} : { find: text }) })}
        hint={<Kbd keys={['/']} />}
      />
      {(presentVerdicts.length > 1 || kinds.size > 1 || isUseKnown) && (
        <div className="flex flex-wrap gap-x-4 gap-y-1.5">
          {presentVerdicts.length > 1 && (
            <div role="group" aria-label="Show only a verdict" className="flex flex-wrap gap-1.5">
              {presentVerdicts.map((candidate) => (
                <button
                  key={candidate}
                  type="button"
                  aria-pressed={verdict === candidate}
                  onClick={() =>
                    show({ ...without('verdict'), ...(verdict === candidate ? {} : { verdict: candidate }) })
                  }
                  className={cx('rounded-sm', verdict !== undefined && verdict !== candidate && 'opacity-60')}
                >
                  <VerdictChip verdict={candidate} count={plan.summary[candidate]} />
                </button>
              ))}
            </div>
          )}
          {kinds.size > 1 && (
            <div role="group" aria-label="Show only a kind" className="flex flex-wrap gap-1.5">
              {[...kinds].map(([candidate, { length }]) => (
                <button
                  key={candidate}
                  type="button"
                  aria-pressed={kind === candidate}
                  onClick={() =>
                    show({ ...without('kind'), ...(kind === candidate ? {} : { kind: candidate }) })
                  }
                  className="tabular h-5 rounded-sm border border-line px-1.5 text-xs text-fg-2 transition-[background-color] hover:bg-hover hover:text-fg aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-fg"
                >
                  {kindNames[candidate]} {length.toLocaleString('en')}
                </button>
              ))}
            </div>
          )}
          {isUseKnown && <UseFilterGroup changes={plan.changes} />}
        </div>
      )}
    </search>
  )
}
