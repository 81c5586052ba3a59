import type { DeploymentView } from '@penstock/server'
import { Button, EmptyState, SkeletonRows } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ArrowLeft, ArrowLeftRight, Equal } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { openChanges } from '../../app/open-changes.ts'
import { trpc } from '../../app/trpc.ts'
import { RecordSides } from '../review/record-text.tsx'
import type { RecordOfChange } from '../review/records-of-change.ts'
import type { TextLayout } from '../review/text-layout.tsx'
import { ChangeFigures } from './change-figures.tsx'
import { DifferencePanes, type DifferenceSearch } from './difference-panes.tsx'

const route = getRouteApi('/inside/apis/$slug/deployments')

export interface CompareViewProps {
  slug: string
  from: DeploymentView
  to: DeploymentView
}

/** What changed from one deployment to another, in words, on the graph and as text. */
export function CompareView({ slug, from, to }: CompareViewProps) {
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const pair = { slug, from: from.id, to: to.id }
  const comparison = useQuery({ ...trpc.deployments.compare.queryOptions(pair), select: openChanges })
  const options = { staleTime: Number.POSITIVE_INFINITY, structuralSharing: false }
  const content = useQuery({
    ...trpc.deployments.content.queryOptions({ slug, deployment: to.id }),
    ...options,
  })
  const difference = useQuery({ ...trpc.deployments.difference.queryOptions(pair), ...options })
  const picture = useMemo(
    () =>
      content.data && difference.data
        ? { records: content.data.records, removed: difference.data.removed }
        : undefined,
    [content.data, difference.data],
  )
  const onSearch = useCallback(
    ({ change, record, node, view }: DifferenceSearch) =>
      void navigate({
        search: ({ change: _, record: __, node: ___, view: ____, ...rest }) => ({
          ...rest,
          ...(change === undefined ? {} : { change }),
          ...(record === undefined ? {} : { record }),
          ...(node === undefined ? {} : { node }),
          ...(view === undefined ? {} : { view }),
        }),
        replace: true,
      }),
    [navigate],
  )
  const error = comparison.error ?? content.error ?? difference.error
  return (
    <>
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-3 border-b border-line bg-surface px-3 py-2">
        <Button
          variant="quiet"
          icon={<ArrowLeft aria-hidden className="size-3.5" />}
          onPress={() => void navigate({ search: ({ stage }) => (stage === undefined ? {} : { stage }) })}
        >
          Deployments
        </Button>
        <h1 className="tabular text-sm font-medium text-fg">
          v{from.version} <span className="font-normal text-fg-3">{from.stage}</span> → v{to.version}{' '}
          <span className="font-normal text-fg-3">{to.stage}</span>
        </h1>
        {comparison.data && <ChangeFigures changes={comparison.data.changes} />}
        <span className="flex-1" />
        <Button
          icon={<ArrowLeftRight aria-hidden className="size-3.5" />}
          onPress={() => void navigate({ search: { from: to.id, to: from.id } })}
        >
          Swap
        </Button>
      </div>
      {error && <ProblemView error={error} onRetry={() => void comparison.refetch()} />}
      {comparison.isPending && <SkeletonRows />}
      {comparison.data?.changes.length === 0 && (
        <EmptyState icon={<Equal aria-hidden />} title="The two are the same">
          Both deployments serve exactly the same definition.
        </EmptyState>
      )}
      {comparison.data && comparison.data.changes.length > 0 && (
        <div className="flex min-h-0 flex-1 flex-col">
          <DifferencePanes
            id="compare"
            name={`${from.id} ${to.id}`}
            changes={comparison.data.changes}
            content={picture}
            search={search}
            onSearch={onSearch}
            text={(record, layout) => <ComparedText {...pair} record={record} layout={layout} />}
          />
        </div>
      )}
    </>
  )
}

interface ComparedTextProps {
  slug: string
  from: string
  to: string
  record: RecordOfChange | undefined
  layout: TextLayout
}

function ComparedText({ record, layout, ...pair }: ComparedTextProps) {
  const text = useQuery({
    ...trpc.deployments.text.queryOptions({ ...pair, record: record?.record ?? '' }),
    enabled: record !== undefined,
  })
  return <RecordSides record={record} text={text} layout={layout} />
}
