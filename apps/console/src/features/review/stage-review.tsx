import type { Deployed, StageSummary } from '@penstock/server'
import { SkeletonRows } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { liveConnection } from '../../app/live.ts'
import { isOwnChange } from '../../app/own-changes.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { useRegisterCommands } from '../../app/use-commands.ts'
import { text } from '../../routes/search.ts'
import { changeRows, neighbour, openChange, type Row } from './change-rows.ts'
import { CheckList } from './check-list.tsx'
import { ExamplesCheck } from './examples-check.tsx'
import { InStep } from './in-step.tsx'
import { NewerPlan } from './newer-plan.tsx'
import { ReviewHeader } from './review-header.tsx'
import { ReviewPanes } from './review-panes.tsx'
import { usePinnedPlan } from './use-pinned-plan.ts'

const route = getRouteApi('/inside/apis/$slug/review')

export interface StageReviewProps {
  slug: string
  stage: StageSummary
  stages: readonly StageSummary[]
}

/** The review of one stage: the sentence, the checks, the changes in words and on the graph, and the button. */
export function StageReview({ slug, stage, stages }: StageReviewProps) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const latest = useQuery({
    ...trpc.plan.get.queryOptions({ slug, stage: stage.name }),
    refetchOnMount: 'always',
  })
  const { plan, newer, showNewest, setFollowing, followNextRead } = usePinnedPlan({
    latest: latest.data,
    readAt: latest.dataUpdatedAt,
    isCurrent: latest.isFetchedAfterMount,
  })
  // The designer saves on when it is left: what comes of that is no surprise.
  useEffect(
    () =>
      liveConnection.subscribe((event) => {
        if (event.type === 'records' && event.slug === slug && isOwnChange(event.changeId)) followNextRead()
      }),
    [slug, followNextRead],
  )
  const [deployed, setDeployed] = useState<Deployed>()
  const [failure, setFailure] = useState<unknown>()

  const rows = useMemo(() => changeRows(plan?.changes ?? [], search.verdict), [plan, search.verdict])
  const select = (change: string | undefined) =>
    void navigate({
      search: ({ change: _, record: __, ...rest }) => ({
        ...rest,
        stage: stage.name,
        ...(change === undefined ? {} : { change }),
      }),
      replace: true,
    })
  useReviewCommands(rows)

  if (latest.error && !plan) {
    return (
      <ProblemView
        error={latest.error}
        title="The plan could not be made"
        onRetry={() => void latest.refetch()}
      />
    )
  }
  if (!plan) return <SkeletonRows />
  const errors = plan.checks.filter((check) => check.severity === 'error').length
  const refusal = newer
    ? 'The plan has moved: show the new one first.'
    : errors > 0
      ? `${errors === 1 ? '1 check fails' : `${errors} checks fail`}: mend the draft first.`
      : undefined
  return (
    <>
      <ReviewHeader
        slug={slug}
        plan={plan}
        stages={stages}
        refusal={refusal}
        isRefusalShown={!newer}
        onStart={() => {
          setFailure(undefined)
          setFollowing(true)
        }}
        onDeployed={setDeployed}
        onFailed={(error) => {
          setFollowing(false)
          setFailure(error)
        }}
      />
      {newer && (
        <NewerPlan
          before={plan}
          after={newer}
          onShow={() => {
            setFailure(undefined)
            showNewest()
          }}
        />
      )}
      {failure !== undefined && <ProblemView error={failure} layout="inline" className="m-3" />}
      {plan.checks.length > 0 && <CheckList slug={slug} checks={plan.checks} />}
      <ExamplesCheck key={plan.planHash} slug={slug} />
      {plan.summary.total === 0 ? (
        <InStep slug={slug} stage={stage} deployed={deployed} />
      ) : (
        <ReviewPanes slug={slug} plan={plan} rows={rows} onSelect={select} />
      )}
    </>
  )
}

/** The keyboard of the review. Reads the address when a key is pressed, so that the commands stay the same. */
function useReviewCommands(rows: readonly Row[]): void {
  const router = useRouter()
  const navigate = route.useNavigate()
  useRegisterCommands(
    useMemo(() => {
      const group = 'Review'
      const selected = () => {
        const { change, view } = router.latestLocation.search
        return openChange(rows, { change: text(change), view: view === 'text' ? view : undefined })
      }
      const select = (change: string | undefined) =>
        void navigate({
          search: ({ change: _, record: __, ...rest }) => (change === undefined ? rest : { ...rest, change }),
          replace: true,
        })
      return [
        {
          id: 'review.next',
          label: 'Next change',
          group,
          shortcut: 'j',
          run: () => select(neighbour(rows, selected(), 1)),
        },
        {
          id: 'review.previous',
          label: 'Previous change',
          group,
          shortcut: 'k',
          run: () => select(neighbour(rows, selected(), -1)),
        },
        {
          id: 'review.close',
          label: 'Close the change',
          group,
          shortcut: 'Escape',
          enabled: () => router.latestLocation.search.change !== undefined,
          run: () => select(undefined),
        },
        {
          id: 'review.text',
          label: 'Switch between graph and text',
          group,
          shortcut: 't',
          run: () =>
            void navigate({
              search: ({ view, ...rest }) => (view === 'text' ? rest : { ...rest, view: 'text' as const }),
              replace: true,
            }),
        },
        {
          id: 'review.deploy',
          label: 'Deploy the plan',
          group,
          shortcut: 'mod+Enter',
          run: submitDeployForm,
        },
      ]
    }, [navigate, router, rows]),
  )
}

function submitDeployForm(): void {
  const form = document.getElementById('deploy')
  if (form instanceof HTMLFormElement) form.requestSubmit()
}
