import { Badge, cx } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../../app/trpc.ts'
import { undecided } from './requests/request-states.ts'

const tabClass =
  'relative flex h-9 items-center gap-1.5 text-sm text-fg-2 transition-[color] hover:text-fg after:absolute after:inset-x-0 after:bottom-0 after:h-0.5'

const tabs = [
  { to: '/apis/$slug/deployments', label: 'History' },
  { to: '/apis/$slug/deployments/timeline', label: 'Timeline' },
  { to: '/apis/$slug/deployments/requests', label: 'Requests' },
] as const

/** What was deployed, and what is to be. */
export function DeploymentsTabs({ slug }: { slug: string }) {
  const requests = useQuery(trpc.deployRequests.list.queryOptions({ slug }))
  const open = requests.data?.filter(({ state }) => undecided.includes(state)).length ?? 0
  return (
    <nav
      aria-label="Deployments"
      className="flex h-9 shrink-0 items-center gap-5 border-b border-line bg-surface px-6"
    >
      {tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          params={{ slug }}
          className={tabClass}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: cx(tabClass, 'font-medium text-fg after:bg-accent') }}
        >
          {label}
          {to.endsWith('requests') && open > 0 && (
            <Badge>
              {open}
              <span className="sr-only"> open</span>
            </Badge>
          )}
        </Link>
      ))}
    </nav>
  )
}
