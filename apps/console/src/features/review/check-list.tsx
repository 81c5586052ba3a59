import type { PlanView } from '@penstock/server'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

type Check = PlanView['checks'][number]

const icons = {
  error: <CircleAlert aria-label="Error" className="mt-0.5 size-4 shrink-0 text-danger" />,
  warning: <TriangleAlert aria-label="Warning" className="mt-0.5 size-4 shrink-0 text-risky" />,
  info: <Info aria-label="Note" className="mt-0.5 size-4 shrink-0 text-info" />,
}
const rank = { error: 0, warning: 1, info: 2 }
const shownAtFirst = 5

/** What the checks found in the draft, worst first; each leads to its place on the graph. */
export function CheckList({ slug, checks }: { slug: string; checks: readonly Check[] }) {
  const [all, setAll] = useState(false)
  const sorted = checks.toSorted((a, b) => rank[a.severity] - rank[b.severity])
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <section
      aria-label="Checks"
      className="max-h-64 shrink-0 overflow-y-auto border-b border-line bg-surface px-4 py-2"
    >
      <ul className="flex flex-col gap-1">
        {shown.map((check) => (
          <li key={checkKey(check)} className="flex items-start gap-2 text-sm">
            {icons[check.severity]}
            <span className="min-w-0">
              <span className="text-fg">{check.message}</span>{' '}
              {check.suggest && <span className="text-fg-2">{check.suggest} </span>}
              {check.location.record && (
                <Link
                  to="/apis/$slug/design"
                  params={{ slug }}
                  search={{ selected: check.location.record }}
                  className="text-accent-fg underline underline-offset-2"
                >
                  Show on the graph
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <button type="button" onClick={() => setAll(true)} className="mt-1 text-sm text-accent-fg underline">
          {sorted.length - shown.length} more checks
        </button>
      )}
    </section>
  )
}

function checkKey({ code, message, location }: Check): string {
  return [code, message, location.record, ...(location.path ?? [])].join(' ')
}
