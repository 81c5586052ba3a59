import { EmptyState, SkeletonRows } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'
import { trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { previewStage } from '../shell/stage-health.ts'
import { FirstStage } from './first-stage.tsx'
import { StageReview } from './stage-review.tsx'

const route = getRouteApi('/inside/apis/$slug/review')

/** What deploying the draft to a stage would change. Without a stage in the address: the first with something staged. */
export function ReviewScreen() {
  const { slug } = route.useParams()
  const search = route.useSearch()
  const stages = useQuery(trpc.stages.list.queryOptions({ slug }))
  useTitle(search.stage ? `Review ${search.stage}` : 'Review', slug)
  if (!stages.data) return <SkeletonRows />
  const own = stages.data.filter((stage) => stage.name !== previewStage)
  if (own.length === 0 && search.stage === undefined) return <FirstStage slug={slug} />
  const stage =
    search.stage === undefined
      ? (own.find((candidate) => candidate.staged.total > 0) ?? own[0])
      : own.find((candidate) => candidate.name === search.stage)
  if (!stage) {
    return (
      <EmptyState heading="h1" icon={<SearchX aria-hidden />} title={`There is no stage ${search.stage}`}>
        It may have been removed.{' '}
        <Link
          to="/apis/$slug/review"
          params={{ slug }}
          className="text-accent-fg underline underline-offset-2"
        >
          Review another stage
        </Link>
      </EmptyState>
    )
  }
  return <StageReview key={`${slug} ${stage.name}`} slug={slug} stage={stage} stages={own} />
}
