import type { DeployRequestSummary } from '@penstock/server'
import {
  Button,
  buttonClass,
  CodeBlock,
  EmptyState,
  SegmentedControl,
  SkeletonRows,
  Table,
  TableHead,
  Td,
  Th,
  Tr,
} from '@penstock/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { GitPullRequest } from 'lucide-react'
import { Moment } from '../../../app/moment.tsx'
import { PersonName } from '../../../app/person-name.tsx'
import { ProblemView } from '../../../app/problem-view.tsx'
import { TokenMark } from '../../../app/token-mark.tsx'
import { trpc } from '../../../app/trpc.ts'
import { useTitle } from '../../../app/use-title.ts'
import { Page, Panel } from '../../shell/page.tsx'
import { DeploymentsTabs } from '../deployments-tabs.tsx'
import { CommentCount } from './comment-count.tsx'
import { RequestBadge } from './request-badge.tsx'
import { undecided } from './request-states.ts'

const route = getRouteApi('/inside/apis/$slug/deployments/requests')

/** Plans that wait to be reviewed and deployed, and those that were. */
export function RequestsScreen() {
  const { slug } = route.useParams()
  const { show } = route.useSearch()
  const navigate = route.useNavigate()
  const requests = useInfiniteQuery(
    trpc.deployRequests.list.infiniteQueryOptions({ slug, limit: pageSize }, { getNextPageParam: nextPage }),
  )
  useTitle('Deploy requests', slug)
  const all = requests.data?.pages.flat() ?? []
  const shown = show === 'all' ? all : all.filter(({ state }) => undecided.includes(state))
  return (
    <>
      <DeploymentsTabs slug={slug} />
      {requests.error && !requests.data ? (
        <ProblemView error={requests.error} onRetry={() => void requests.refetch()} />
      ) : !requests.data ? (
        <SkeletonRows />
      ) : all.length === 0 ? (
        <NoRequests slug={slug} />
      ) : (
        <Page
          title="Deploy requests"
          lead="A plan that somebody asks to deploy. What was reviewed is what is deployed, whatever becomes of the draft."
          actions={
            <>
              <SegmentedControl
                label="Show"
                value={show ?? 'open'}
                onChange={(next) => void navigate({ search: next === 'all' ? { show: 'all' } : {} })}
                options={[
                  { value: 'open', label: 'Open' },
                  { value: 'all', label: 'All' },
                ]}
              />
              <Link
                to="/apis/$slug/review"
                params={{ slug }}
                search={{ ask: 'request' }}
                className={buttonClass()}
              >
                New request
              </Link>
            </>
          }
        >
          {shown.length === 0 ? (
            <EmptyState icon={<GitPullRequest aria-hidden />} title="No request is open">
              Every request was deployed or closed.
            </EmptyState>
          ) : (
            <Panel className="overflow-x-auto">
              <Table label="Deploy requests">
                <TableHead>
                  <Th isNumber>No.</Th>
                  <Th className="w-full">What</Th>
                  <Th>Stage</Th>
                  <Th>State</Th>
                  <Th>Approvals</Th>
                  <Th>By</Th>
                  <Th isNumber>Last change</Th>
                </TableHead>
                <tbody>
                  {shown.map((request) => (
                    <Tr key={request.number}>
                      <Td isNumber className="text-fg-3">
                        {request.number}
                      </Td>
                      <Td className="max-w-0">
                        <span className="flex items-center gap-2">
                          <Link
                            to="/apis/$slug/deployments/requests/$number"
                            params={{ slug, number: String(request.number) }}
                            className="truncate font-medium text-fg underline-offset-2 hover:underline"
                          >
                            {request.title}
                          </Link>
                          <CommentCount comments={request.comments} unresolved={request.unresolved} />
                        </span>
                      </Td>
                      <Td className="whitespace-nowrap">{request.stage}</Td>
                      <Td className="whitespace-nowrap">
                        <RequestBadge request={request} />
                      </Td>
                      <Td className="tabular whitespace-nowrap text-fg-2">
                        {request.requiredApprovals > 0
                          ? `${request.approvals} of ${request.requiredApprovals}`
                          : 'not needed'}
                      </Td>
                      <Td className="whitespace-nowrap text-fg-2">
                        <TokenMark kind={request.authorKind} />
                        <PersonName of={request.author} kind={request.authorKind} />
                      </Td>
                      <Td isNumber className="text-fg-2">
                        <Moment at={request.updatedAt} />
                      </Td>
                    </Tr>
                  ))}
                </tbody>
              </Table>
            </Panel>
          )}
          {show === 'all' && requests.hasNextPage && (
            <Button
              className="self-center"
              isPending={requests.isFetchingNextPage}
              onPress={() => void requests.fetchNextPage()}
            >
              Show earlier ones
            </Button>
          )}
        </Page>
      )}
    </>
  )
}

const pageSize = 100

/** Where those begin that are left out, if any are: a page has so many that are decided, beside all that are not. */
function nextPage(page: readonly Pick<DeployRequestSummary, 'number' | 'state'>[]): number | undefined {
  const decided = page.filter(({ state }) => !undecided.includes(state))
  return decided.length < pageSize ? undefined : decided.at(-1)?.number
}

function NoRequests({ slug }: { slug: string }) {
  return (
    <EmptyState
      heading="h1"
      icon={<GitPullRequest aria-hidden />}
      title="No deploy request yet"
      action={
        <Link
          to="/apis/$slug/review"
          params={{ slug }}
          search={{ ask: 'request' }}
          className={buttonClass('primary')}
        >
          Review and ask
        </Link>
      }
      snippet={<CodeBlock label="request command" code={`penstock deploy ${slug} prod --request`} />}
    >
      Ask others to look at a plan before it goes live. A stage can be set to take nothing else, in{' '}
      <Link
        to="/apis/$slug/settings"
        params={{ slug }}
        search={{ section: 'stages' }}
        className="text-accent-fg underline underline-offset-2"
      >
        its settings
      </Link>
      .
    </EmptyState>
  )
}
