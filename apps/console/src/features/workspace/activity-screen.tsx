import { Button, EmptyState, SkeletonRows, Table, TableHead, Td, Th, Tr } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { Moment } from '../../app/moment.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { Page, Panel, WorkspaceHeader } from '../shell/page.tsx'

const route = getRouteApi('/inside/activity')

/** Who did what, newest first. */
export function ActivityScreen() {
  useTitle('Activity')
  const { api } = route.useSearch()
  const navigate = route.useNavigate()
  const audit = useQuery(
    trpc.audit.list.queryOptions({ limit: 500, ...(api ? { slug: api } : {}) }, { staleTime: 0 }),
  )
  return (
    <>
      <WorkspaceHeader title="Activity" />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        {audit.error && !audit.data && (
          <ProblemView error={audit.error} onRetry={() => void audit.refetch()} />
        )}
        {audit.isPending && <SkeletonRows />}
        {audit.data?.length === 0 && (
          <EmptyState heading="h1" icon={<History aria-hidden />} title="Nothing happened yet">
            Deployments, rollbacks, changes of settings, users and tokens are written down here.
          </EmptyState>
        )}
        {audit.data && audit.data.length > 0 && (
          <Page
            title="Activity"
            lead={api ? `What was done to ${api}` : 'What was done, by whom, and from where'}
            actions={api && <Button onPress={() => void navigate({ search: {} })}>Show all</Button>}
          >
            <Panel className="overflow-x-auto">
              <Table label="Activity">
                <TableHead>
                  <Th isNumber>When</Th>
                  <Th>Who</Th>
                  <Th>What</Th>
                  <Th>API</Th>
                  <Th className="w-full">Details</Th>
                </TableHead>
                <tbody>
                  {audit.data.map((entry) => (
                    <Tr key={entry.id}>
                      <Td isNumber className="text-fg-2">
                        <Moment at={entry.at} />
                      </Td>
                      <Td className="whitespace-nowrap">
                        {entry.actor} <span className="text-fg-3">· {entry.source}</span>
                      </Td>
                      <Td className="font-mono text-xs whitespace-nowrap">{entry.action}</Td>
                      <Td className="whitespace-nowrap">
                        {entry.api && (
                          <Link
                            to="/activity"
                            search={{ api: entry.api }}
                            className="text-accent-fg underline-offset-2 hover:underline"
                          >
                            {entry.api}
                          </Link>
                        )}
                      </Td>
                      <Td className="max-w-0 truncate font-mono text-xs text-fg-2">
                        {JSON.stringify(entry.data)}
                      </Td>
                    </Tr>
                  ))}
                </tbody>
              </Table>
            </Panel>
          </Page>
        )}
      </main>
    </>
  )
}
