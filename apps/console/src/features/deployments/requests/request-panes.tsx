import type { DeployRequestDetail } from '@penstock/server'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { ProblemView } from '../../../app/problem-view.tsx'
import { present } from '../../../routes/search.ts'
import { apart, trpc } from '../../../app/trpc.ts'
import { ConsequencesProvider, useUsageOf } from '../../review/consequences/consequences-context.ts'
import { RecordSides } from '../../review/record-text.tsx'
import type { RecordOfChange } from '../../review/records-of-change.ts'
import type { TextLayout } from '../../review/text-layout.tsx'
import { DifferencePanes, type DifferenceSearch } from '../difference-panes.tsx'
import { CommentCount } from './comment-count.tsx'
import { commentsOfRecords } from './comments-of-records.ts'
import { undecided } from './request-states.ts'
import { countThreads, threadsOf } from './threads.ts'
import { useRequestContent } from './use-request-content.ts'

const route = getRouteApi('/inside/apis/$slug/deployments/requests/$number')

export interface RequestPanesProps {
  slug: string
  request: DeployRequestDetail
  /** What was said of a node was asked for: ids of comments. */
  onComments: (comments: readonly string[]) => void
}

/** What a request changes, with how much was said of each change. */
export function RequestPanes({ slug, request, onComments }: RequestPanesProps) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { number, planHash, plan, discussion, state } = request
  const content = useRequestContent(slug, request)
  const onSearch = useCallback(
    (next: DifferenceSearch) => void navigate({ search: present({ ...next }), replace: true }),
    [navigate],
  )
  const told = useQuery({
    ...trpc.deployRequests.consequences.queryOptions({ slug, number, planHash }, apart),
    enabled: plan.summary.routes > 0,
  })
  const usageOf = useUsageOf(told.data)
  const consequences = useMemo(
    () => ({
      source: { type: 'request' as const, slug, number, planHash },
      view: told.data,
      usageOf,
      at: told.dataUpdatedAt,
      isOver: !undecided.includes(state),
    }),
    [slug, number, planHash, told.data, told.dataUpdatedAt, usageOf, state],
  )
  const threads = useMemo(() => threadsOf(discussion), [discussion])
  const notes = useMemo(() => commentsOfRecords(discussion, plan.changes), [discussion, plan.changes])
  if (content.error) return <ProblemView error={content.error} onRetry={() => void content.refetch()} />
  return (
    <ConsequencesProvider value={consequences}>
      <DifferencePanes
        id="request"
        name={planHash}
        changes={plan.changes}
        content={content.data}
        search={search}
        onSearch={onSearch}
        notes={notes}
        onNotes={onComments}
        text={(record, layout) => (
          <RequestText slug={slug} number={number} planHash={planHash} record={record} layout={layout} />
        )}
        noteOf={({ id, record, also }) => {
          const records = new Set([record, ...also.map((other) => other.record)])
          const said = threads.filter(
            ({ first }) => first.change === id || (first.record !== null && records.has(first.record)),
          )
          return <CommentCount {...countThreads(said)} />
        }}
      />
    </ConsequencesProvider>
  )
}

interface RequestTextProps {
  slug: string
  number: number
  planHash: string
  record: RecordOfChange | undefined
  layout: TextLayout
}

function RequestText({ slug, number, planHash, record, layout }: RequestTextProps) {
  const text = useQuery({
    ...trpc.deployRequests.text.queryOptions({ slug, number, planHash, record: record?.record ?? '' }),
    enabled: record !== undefined,
  })
  return <RecordSides record={record} text={text} layout={layout} />
}
