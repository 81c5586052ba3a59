import { EmptyState, SkeletonRows, SplitPane } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { ProblemView } from '../../../app/problem-view.tsx'
import { openDeployRequest } from '../../../app/open-changes.ts'
import { trpc } from '../../../app/trpc.ts'
import { useTitle } from '../../../app/use-title.ts'
import { CheckList } from '../../review/check-list.tsx'
import { ExamplesCheck } from '../../review/examples-check.tsx'
import { DeploymentsTabs } from '../deployments-tabs.tsx'
import { RequestHeader } from './request-header.tsx'
import { RequestNotes } from './request-notes.tsx'
import { RequestPanes } from './request-panes.tsx'
import { RequestSide } from './request-side.tsx'
import { undecided } from './request-states.ts'

const route = getRouteApi('/inside/apis/$slug/deployments/requests/$number')

/** One deploy request: what it changes, what people say of it, and what can be done with it. */
export function RequestScreen() {
  const { slug, number: text } = route.useParams()
  const number = Number(text)
  const isNumber = Number.isInteger(number) && number > 0
  const request = useQuery({
    ...trpc.deployRequests.get.queryOptions({ slug, number: isNumber ? number : 1 }),
    select: openDeployRequest,
    enabled: isNumber,
  })
  const [failure, setFailure] = useState<unknown>()
  const [about, setAbout] = useState<readonly string[]>()
  useTitle(`Deploy request ${text}`, slug)
  return (
    <>
      <DeploymentsTabs slug={slug} />
      {!isNumber ? (
        <EmptyState heading="h1" icon={<SearchX aria-hidden />} title={`There is no deploy request ${text}`}>
          Requests are counted from 1.
        </EmptyState>
      ) : request.error && !request.data ? (
        <ProblemView error={request.error} onRetry={() => void request.refetch()} />
      ) : !request.data ? (
        <SkeletonRows />
      ) : (
        <>
          <RequestHeader slug={slug} request={request.data} onFailed={setFailure} />
          <RequestNotes slug={slug} request={request.data} onFailed={setFailure} />
          {failure !== undefined && <ProblemView error={failure} layout="inline" className="m-3" />}
          {request.data.plan.checks.length > 0 && <CheckList slug={slug} checks={request.data.plan.checks} />}
          {undecided.includes(request.data.state) && (
            <ExamplesCheck
              key={request.data.planHash}
              plan={{ slug, stage: request.data.stage, planHash: request.data.planHash }}
              isCurrent
            />
          )}
          <div className="flex min-h-0 flex-1 flex-col">
            <SplitPane
              id="request-side"
              side="right"
              label="Resize the discussion"
              defaultSize={340}
              minSize={280}
              maxSize={560}
              pane={
                <RequestSide
                  slug={slug}
                  request={request.data}
                  about={about}
                  onAll={() => setAbout(undefined)}
                />
              }
            >
              <RequestPanes slug={slug} request={request.data} onComments={setAbout} />
            </SplitPane>
          </div>
        </>
      )}
    </>
  )
}
