import {
  Button,
  cx,
  EmptyState,
  SearchField,
  SegmentedControl,
  Select,
  SkeletonRows,
  SplitPane,
} from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Activity, Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { present } from '../../routes/search.ts'
import { ExampleCall } from '../shell/example-call.tsx'
import { previewStage } from '../shell/stage-health.ts'
import { filterRequests } from './filter-requests.ts'
import { RequestDetail } from './request-detail.tsx'
import { RequestTable } from './request-table.tsx'

const route = getRouteApi('/inside/apis/$slug/traffic')
const allStages = ':all'
const limit = 500

/** The latest requests that the gateways answered, newest first, kept current until paused. */
export function TrafficScreen() {
  const { slug } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [isPaused, setPaused] = useState(false)
  useTitle('Traffic', slug)
  const stages = useQuery(trpc.stages.list.queryOptions({ slug }))
  const requests = useQuery({
    ...trpc.requests.list.queryOptions({ slug, limit, ...(search.stage ? { stage: search.stage } : {}) }),
    // The live connection says when there are more.
    enabled: !isPaused,
    placeholderData: (previous) => previous,
  })
  const change = (next: { [K in keyof typeof search]?: (typeof search)[K] | undefined }) =>
    void navigate({ search: (before) => present({ ...before, ...next }), replace: true })

  if (requests.error && !requests.data) {
    return <ProblemView error={requests.error} onRetry={() => void requests.refetch()} />
  }
  const shown = filterRequests(requests.data ?? [], search)
  const isFiltered = search.q !== undefined || search.status !== undefined || search.stage !== undefined
  const deployed = stages.data?.find((stage) => stage.version !== null)?.name
  const list = (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2">
        <h1 className="sr-only">Traffic</h1>
        <SearchField
          label="Filter requests"
          placeholder="Path, method, status, request id, error code"
          value={search.q ?? ''}
          onChange={(q) => change({ q: q || undefined })}
          className="min-w-48 flex-1 basis-48 2xl:max-w-lg"
        />
        <SegmentedControl
          label="Status"
          value={search.status ?? 'all'}
          onChange={(status) => change({ status: status === 'all' ? undefined : status })}
          options={[
            { value: 'all', label: 'All' },
            { value: 'ok', label: '2xx 3xx' },
            { value: 'client', label: '4xx' },
            { value: 'server', label: '5xx' },
          ]}
        />
        <Select
          aria-label="Stage"
          value={search.stage ?? allStages}
          onChange={(stage) => change({ stage: stage === allStages ? undefined : stage })}
          options={[
            { value: allStages, label: 'All stages' },
            ...(stages.data ?? []).map(({ name }) => ({ value: name, label: name })),
          ]}
          className="w-32"
        />
        <span className="hidden flex-1 2xl:block" />
        <span
          className={cx(
            'tabular text-xs whitespace-nowrap text-fg-3',
            search.request !== undefined && 'hidden 2xl:inline',
          )}
        >
          {shown.length.toLocaleString()} of the latest {(requests.data?.length ?? 0).toLocaleString()}
        </span>
        <Button
          icon={
            isPaused ? <Play aria-hidden className="size-3.5" /> : <Pause aria-hidden className="size-3.5" />
          }
          onPress={() => setPaused(!isPaused)}
        >
          {isPaused ? 'Resume' : 'Pause'}
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto bg-surface">
        {!requests.data && <SkeletonRows rows={10} />}
        {shown.length > 0 && (
          <RequestTable
            requests={shown}
            selected={search.request}
            onSelect={(request) => change({ request: request === search.request ? undefined : request })}
          />
        )}
        {requests.data && shown.length === 0 && (
          <EmptyState
            icon={<Activity aria-hidden />}
            title={isFiltered ? 'No request fits the filter' : 'No requests yet'}
            {...(isFiltered
              ? { action: <Button onPress={() => void navigate({ search: {} })}>Clear the filter</Button> }
              : deployed !== undefined
                ? { snippet: <ExampleCall slug={slug} stage={deployed} /> }
                : {})}
          >
            {isFiltered
              ? `None of the latest ${requests.data.length.toLocaleString()} requests does.`
              : deployed !== undefined || search.stage === previewStage
                ? 'Call a stage of this API, and what happened shows up here within seconds.'
                : 'Nothing is deployed yet, so nothing can be called but the preview.'}
          </EmptyState>
        )}
      </div>
    </div>
  )
  if (search.request === undefined) return list
  return (
    <SplitPane
      id="request"
      side="right"
      label="Resize the request"
      defaultSize={460}
      minSize={320}
      maxSize={960}
      pane={
        <RequestDetail
          key={search.request}
          slug={slug}
          id={search.request}
          onClose={() => change({ request: undefined })}
        />
      }
    >
      {list}
    </SplitPane>
  )
}
