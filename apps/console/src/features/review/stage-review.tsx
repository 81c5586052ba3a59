import type { Deployed, StageSummary } from '@penstock/server'
import { SkeletonRows } from '@penstock/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { liveConnection } from '../../app/live.ts'
import { isOwnChange } from '../../app/own-changes.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { openPlan } from '../../app/open-changes.ts'
import { apart, trpc } from '../../app/trpc.ts'
import { CanaryBar } from '../canary/canary-bar.tsx'
import { changeRows } from './change-rows.ts'
import { CheckList } from './check-list.tsx'
import { ConsequencesProvider, useUsageOf } from './consequences/consequences-context.ts'
import { byUse } from './consequences/use-of-changes.ts'
import { ExamplesCheck } from './examples-check.tsx'
import { filterChanges } from './filter-changes.ts'
import { InStep } from './in-step.tsx'
import { NewerPlan } from './newer-plan.tsx'
import { readHeldPlan } from './read-held-plan.ts'
import { ReviewActionsProvider } from './review-actions.ts'
import { ReviewHeader } from './review-header.tsx'
import { ReviewPanes } from './review-panes.tsx'
import { useFolds } from './use-folds.ts'
import { usePinnedPlan } from './use-pinned-plan.ts'
import { useReviewCommands } from './use-review-commands.ts'
import { useShownPlan } from './use-shown-plan.ts'
import { useReviewDialogs } from './use-review-dialogs.tsx'

const route = getRouteApi('/inside/apis/$slug/review')

export interface StageReviewProps {
  slug: string
  stage: StageSummary
  stages: readonly StageSummary[]
}

/** The review of one stage: the sentence, the checks, the changes in words and on the graph, and the button. */
export function StageReview({ slug, stage, stages }: StageReviewProps) {
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const latest = useQuery({
    ...trpc.plan.get.queryOptions({ slug, stage: stage.name }),
    select: openPlan,
    refetchOnMount: false,
  })
  // Anew on entering, also where an answer is under way: that was asked for before what was saved since.
  const { refetch } = latest
  useEffect(() => void refetch(), [refetch, slug, stage.name])
  // What was read before, by whatever screen, may have moved on unheard of.
  const [enteredAt] = useState(Date.now)
  const isLatestCurrent = latest.dataUpdatedAt > enteredAt
  const {
    plan: next,
    newer,
    showNewest,
    pin,
    setFollowing,
    followNextRead,
  } = usePinnedPlan({
    latest: latest.data,
    readAt: latest.dataUpdatedAt,
    isCurrent: isLatestCurrent,
  })
  const { plan, isCurrent, gone } = useShownPlan({
    slug,
    stage: stage.name,
    next,
    isCurrent: isLatestCurrent,
    search,
  })
  // It moved before anything of it was asked for: nobody has seen more of it than its words.
  const readAnew = useEffectEvent((from: string) => {
    readHeldPlan(queryClient, { slug, stage: stage.name }, from).then(pin, setFailure)
  })
  useEffect(() => {
    if (gone !== undefined) readAnew(gone)
  }, [gone])
  // The designer saves on when it is left: what comes of that is no surprise.
  useEffect(
    () =>
      liveConnection.subscribe((event) => {
        if (event.type === 'records' && event.slug === slug && isOwnChange(event.changeId)) followNextRead()
      }),
    [slug, followNextRead],
  )
  const [deployed, setDeployed] = useState<Deployed>()

  const folds = useFolds()
  // Asked for once the plan is there, which never waits for it.
  const told = useQuery({
    ...trpc.plan.consequences.queryOptions(
      { slug, stage: stage.name, planHash: plan?.planHash ?? '' },
      apart,
    ),
    enabled: isCurrent && plan !== undefined && plan.summary.routes > 0,
  })
  const usageOf = useUsageOf(told.data)
  const consequences = useMemo(
    () => ({
      source: { type: 'plan' as const, slug, stage: stage.name, planHash: plan?.planHash ?? '' },
      view: told.data,
      usageOf,
      at: told.dataUpdatedAt,
    }),
    [slug, stage.name, plan?.planHash, told.data, told.dataUpdatedAt, usageOf],
  )
  const { verdict, kind, use, sort } = search
  // Each letter asks for the whole picture anew: whoever types fast gets the letters first.
  const find = useDeferredValue(search.find)
  // What is used is asked for later: where nobody filters by it, the same changes stay the same list.
  const knownUse = use !== undefined && told.data ? usageOf : undefined
  const shown = useMemo(
    () =>
      filterChanges(plan?.changes ?? [], {
        verdict,
        kind,
        text: find,
        use,
        ...(knownUse ? { usageOf: knownUse } : {}),
      }),
    [plan, verdict, kind, find, use, knownUse],
  )
  const rows = useMemo(
    () => changeRows(sort === 'use' ? byUse(shown, usageOf) : shown, folds.open),
    [shown, sort, usageOf, folds.open],
  )
  const dialogs = useReviewDialogs({ slug, stage: stage.name, onSaid: followNextRead, onFailed: setFailure })
  const select = (change: string | undefined, node?: string) =>
    void navigate({
      search: ({ change: _, record: __, at: ___, node: ____, ...rest }) => ({
        ...rest,
        stage: stage.name,
        ...(change === undefined ? {} : { change }),
        ...(node === undefined ? {} : { node }),
      }),
      replace: true,
    })
  useReviewCommands({ rows, slug, onToggleFold: folds.toggle, onAcknowledge: dialogs.actions.acknowledge })

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
  const named = { slug, stage: stage.name, planHash: plan.planHash }
  const errors = plan.checks.filter((check) => check.severity === 'error').length
  const isComing = next !== undefined && next.planHash !== plan.planHash
  const refusal = newer
    ? 'The plan has moved: show the new one first.'
    : isComing
      ? 'The new plan is still loading.'
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
        isRefusalShown={!newer && !isComing}
        onStart={() => {
          setFailure(undefined)
          setFollowing(true)
        }}
        onDeployed={(done) => {
          // Beside what is live, which stays: the plan against that is the same.
          if (done.deployment.canary) setFollowing(false)
          setDeployed(done.deployment.canary ? undefined : done)
        }}
        onFailed={(error) => {
          setFollowing(false)
          setFailure(error)
        }}
      />
      <CanaryBar
        slug={slug}
        stage={stage}
        onPromote={() => setFollowing(true)}
        onPromoteFailed={() => setFollowing(false)}
        className="shrink-0 border-b border-line"
      />
      {(newer || isComing) && (
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
      <ExamplesCheck key={plan.planHash} plan={named} isCurrent={isCurrent} />
      {plan.summary.total === 0 ? (
        <InStep slug={slug} stage={stage} deployed={deployed} />
      ) : (
        <ConsequencesProvider value={consequences}>
          <ReviewActionsProvider value={dialogs.actions}>
            <ReviewPanes
              slug={slug}
              plan={plan}
              isCurrent={isCurrent}
              changes={shown}
              rows={rows}
              onSelect={select}
              onToggleFold={folds.toggle}
            />
          </ReviewActionsProvider>
        </ConsequencesProvider>
      )}
      {dialogs.element}
    </>
  )
}
