import { Button, EmptyState, SkeletonRows } from '@penstock/ui'
import { getRouteApi } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { ProblemView } from '../../app/problem-view.tsx'
import { useTitle } from '../../app/use-title.ts'
import { present } from '../../routes/search.ts'
import { Page, Panel, WorkspaceHeader } from '../shell/page.tsx'
import { ActivityFilter } from './activity-filter.tsx'
import { ActivityRow } from './activity-row.tsx'
import { joinEdits } from './join-edits.ts'
import { useEntries } from './use-entries.ts'

const route = getRouteApi('/inside/activity')

/** Who did what, newest first, kept current. */
export function ActivityScreen() {
  useTitle('Activity')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { api, ...rest } = search
  const { entries, audit } = useEntries({ ...(api === undefined ? {} : { slug: api }), ...rest })
  const isFiltered = Object.keys(search).length > 0
  return (
    <>
      <WorkspaceHeader title="Activity" />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        {audit.error && !entries && <ProblemView error={audit.error} onRetry={() => void audit.refetch()} />}
        {audit.isPending && <SkeletonRows />}
        {entries && (
          <Page title="Activity" lead="Who did what, and when. Nothing here is ever changed or removed.">
            <ActivityFilter
              search={search}
              onChange={(next) =>
                void navigate({ search: (before) => present({ ...before, ...next }), replace: true })
              }
            />
            {entries.length === 0 ? (
              <EmptyState
                icon={<History aria-hidden />}
                title={isFiltered ? 'Nothing fits the filter' : 'Nothing happened yet'}
                {...(isFiltered
                  ? {
                      action: <Button onPress={() => void navigate({ search: {} })}>Clear the filter</Button>,
                    }
                  : {})}
              >
                Deployments, changes of APIs and settings, users and tokens are written down here.
              </EmptyState>
            ) : (
              <Panel>
                <ol aria-label="Activity">
                  {joinEdits(entries).map((entry) => (
                    <ActivityRow key={entry.key} entry={entry} />
                  ))}
                </ol>
              </Panel>
            )}
            {audit.hasNextPage && (
              <div className="mt-4 flex justify-center">
                <Button isPending={audit.isFetchingNextPage} onPress={() => void audit.fetchNextPage()}>
                  Show older
                </Button>
              </div>
            )}
          </Page>
        )}
      </main>
    </>
  )
}
