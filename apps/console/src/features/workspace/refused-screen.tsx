import { buttonClass, EmptyState } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { WorkspaceHeader } from '../shell/page.tsx'

/** Where a link leads that the user's role does not open: says who can, and whom to ask. */
export function RefusedScreen({ title, what }: { title: string; what: string }) {
  useTitle(title)
  const administrators = useQuery(trpc.users.administrators.queryOptions())
  return (
    <>
      <WorkspaceHeader title={title} />
      <main id="main">
        <EmptyState
          heading="h1"
          icon={<Lock aria-hidden />}
          title={`Administrators ${what}`}
          action={
            <Link to="/" className={buttonClass('primary')}>
              All APIs
            </Link>
          }
        >
          <p>Your role is member. Ask one of them if you need something here:</p>
          <ul className="mt-2">
            {administrators.data?.map(({ name, email }) => (
              <li key={email}>
                {name} · <span className="text-fg-3">{email}</span>
              </li>
            ))}
          </ul>
        </EmptyState>
      </main>
    </>
  )
}
