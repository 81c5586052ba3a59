import type { ChangeView } from '@penstock/server'
import { getRouteApi } from '@tanstack/react-router'
import { useConsequences } from './consequences-context.ts'
import { isUsedLike, type UseFilter } from './use-of-changes.ts'

const route = getRouteApi('/inside/apis/$slug/review')

const names: Readonly<Record<UseFilter, string>> = {
  day: 'Used in 24 h',
  month: 'Used in 30 d',
  none: 'Not used',
}

/** Which changes are listed by how much their routes were used, and whether the most used come first. */
export function UseFilterGroup({ changes }: { changes: readonly ChangeView[] }) {
  const { use, sort } = route.useSearch()
  const navigate = route.useNavigate()
  const usageOf = useConsequences()?.usageOf
  if (!usageOf) return null
  return (
    <div role="group" aria-label="Show only by use" className="flex flex-wrap gap-1.5">
      {(['day', 'month', 'none'] as const).map((candidate) => {
        const count = changes.filter((change) => isUsedLike(change, usageOf, candidate)).length
        if (count === 0 && use !== candidate) return null
        return (
          <button
            key={candidate}
            type="button"
            aria-pressed={use === candidate}
            onClick={() =>
              void navigate({
                search: ({ use: _, ...rest }) => (use === candidate ? rest : { ...rest, use: candidate }),
                replace: true,
              })
            }
            className={pillClass}
          >
            {names[candidate]} {count.toLocaleString('en')}
          </button>
        )
      })}
      <button
        type="button"
        aria-pressed={sort === 'use'}
        onClick={() =>
          void navigate({
            search: ({ sort: _, ...rest }) => (sort === 'use' ? rest : { ...rest, sort: 'use' }),
            replace: true,
          })
        }
        className={pillClass}
      >
        Most used first
      </button>
    </div>
  )
}

const pillClass =
  'tabular h-5 rounded-sm border border-line px-1.5 text-xs text-fg-2 transition-[background-color] hover:bg-hover hover:text-fg aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-fg'
