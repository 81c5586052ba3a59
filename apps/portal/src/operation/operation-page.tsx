import { Badge, buttonClass, CopyButton, cx, Loading, MethodBadge, Skeleton } from '@penstock/ui'
import type { PortalOperationSummary } from '@penstock/server'
import { useQuery } from '@tanstack/react-query'
import { operationQuery } from '../app/queries.ts'
import { useShownApi } from '../app/shown.ts'
import { CallPanel } from '../call/call-panel.tsx'
import { PageMain } from '../parts/page-main.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { OperationDetails } from './operation-details.tsx'
import { operationTitle } from './operation-title.ts'

/** One operation: what it does at the left, how to call it at the right. What is known already shows at once. */
export function OperationPage({ summary }: { summary: PortalOperationSummary }) {
  const { index } = useShownApi()
  const { data, error } = useQuery(operationQuery(index, summary.id))
  const title = operationTitle(summary)
  return (
    <div className="xl:grid xl:min-h-full xl:grid-cols-[minmax(0,1fr)_27rem] 2xl:grid-cols-[minmax(0,1fr)_36rem]">
      <div className="mx-auto w-full max-w-4xl min-w-0 px-4 py-8 lg:px-8">
        <PageMain title={`${title} · ${index.title}`} heading={title}>
          <div className="mt-2 flex items-center gap-2">
            <MethodBadge method={summary.method} />
            <code className="min-w-0 break-all text-fg">{summary.path}</code>
            <CopyButton text={index.url + summary.path} label="Copy URL" />
            {summary.deprecated && <Badge tone="danger">deprecated</Badge>}
            <a href="#try-it" className={cx(buttonClass('secondary'), 'ml-auto xl:hidden')}>
              Try it
            </a>
          </div>
          {error && <ProblemNote error={error} />}
          {data ? (
            <OperationDetails operation={data} />
          ) : (
            !error && (
              <Loading label="Loading the operation">
                <div className="mt-6 flex flex-col gap-3">
                  <Skeleton className="w-3/4" />
                  <Skeleton className="w-1/2" />
                  <Skeleton className="h-40 w-full" />
                </div>
              </Loading>
            )
          )}
        </PageMain>
      </div>
      <div className="border-line bg-surface px-4 py-6 max-xl:border-t lg:px-8 xl:sticky xl:top-0 xl:h-[calc(100dvh-3rem)] xl:overflow-y-auto xl:border-l xl:px-5">
        {data && <CallPanel operation={data} />}
      </div>
    </div>
  )
}
