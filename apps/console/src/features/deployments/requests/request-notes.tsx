import { Button, buttonClass, cx } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarClock, GitBranch, Hourglass, Info, Split, TriangleAlert, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { PersonName } from '../../../app/person-name.tsx'
import { trpc } from '../../../app/trpc.ts'
import type { RequestHeaderProps } from './request-header.tsx'
import { onRequestAnswer } from './on-request-answer.ts'
import { clockText, momentText } from '../../../app/time-text.ts'

/** What is to be known before anything is done: stale, tried as a canary, moved on, scheduled, in line, or still to be taken back. */
export function RequestNotes({ slug, request, onFailed }: RequestHeaderProps) {
  const { number, stage, stale, note, state, isDraftAhead, scheduledAt, revertUntil, base } = request
  const calls = { onMutate: () => onFailed(undefined), onError: onFailed, onSuccess: onRequestAnswer(slug) }
  const unschedule = useMutation(trpc.deployRequests.unschedule.mutationOptions(calls))
  const revert = useMutation(trpc.deployRequests.revert.mutationOptions(calls))
  const endRevert = useMutation(trpc.deployRequests.endRevert.mutationOptions(calls))
  const { data: canary } = useQuery({
    ...trpc.stages.list.queryOptions({ slug }),
    select: (stages) => {
      const found = stages.find(({ name }) => name === stage)?.canarySettings
      return found?.request === number ? found : null
    },
  })
  const fromQueue = (
    <Button isPending={unschedule.isPending} onPress={() => unschedule.mutate({ slug, number })}>
      Take it from the queue
    </Button>
  )
  return (
    <>
      {stale !== null && (
        <Note tone="risky" icon={<TriangleAlert aria-hidden />}>
          This plan is stale: {stale}. Rebased, it is planned again on the draft and on what is live now, and
          approvals begin anew.
        </Note>
      )}
      {canary && (
        <Note
          icon={<Split aria-hidden />}
          actions={
            <Link to="/apis/$slug/deployments" params={{ slug }} className={buttonClass('quiet')}>
              See how it does
            </Link>
          }
        >
          {canary.percentTraffic.toLocaleString()} % of {stage}’s requests get this already, as the canary v
          {canary.version}. Promoting the canary deploys this request.
        </Note>
      )}
      {note !== '' && (
        <Note tone="risky" icon={<Info aria-hidden />}>
          {note}
        </Note>
      )}
      {stale === null && isDraftAhead && (
        <Note icon={<GitBranch aria-hidden />}>
          The draft has moved on since. What was reviewed here is what is deployed; rebase to take the rest
          along.
        </Note>
      )}
      {scheduledAt !== null && (
        <Note icon={<CalendarClock aria-hidden />} actions={fromQueue}>
          <PersonName of={request.deployer ?? 'Somebody'} kind={request.deployerKind} /> has it deployed to{' '}
          {stage} on <time dateTime={scheduledAt}>{momentText(scheduledAt)}</time>.
        </Note>
      )}
      {state === 'queued' && (
        <Note icon={<Hourglass aria-hidden />} actions={fromQueue}>
          Next in line: it is deployed once nobody can revert what is live on {stage} any more.
        </Note>
      )}
      {revertUntil !== null && base && (
        <Note
          icon={<Undo2 aria-hidden />}
          actions={
            <>
              <Button
                variant="danger"
                isPending={revert.isPending}
                onPress={() => revert.mutate({ slug, number })}
              >
                Revert to v{base.version}
              </Button>
              <Button isPending={endRevert.isPending} onPress={() => endRevert.mutate({ slug, number })}>
                Skip revert
              </Button>
            </>
          }
        >
          {stage} serves this as v{request.deployment?.version}. Until{' '}
          <time dateTime={revertUntil}>{clockText(revertUntil)}</time> one click puts v{base.version} back;
          the next request waits for that long.
        </Note>
      )}
      {request.revert && (
        <Note icon={<Undo2 aria-hidden />}>
          It was deployed as v{request.deployment?.version} and reverted by v{request.revert.version}.
        </Note>
      )}
    </>
  )
}

interface NoteProps {
  tone?: 'risky'
  icon: ReactNode
  actions?: ReactNode
  children: ReactNode
}

function Note({ tone, icon, actions, children }: NoteProps) {
  return (
    <div
      role="status"
      className={cx(
        'flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-6 py-1.5 text-sm [&>svg]:size-4 [&>svg]:shrink-0',
        tone === 'risky' ? 'bg-risky-soft text-risky' : 'bg-sunken text-fg-2',
      )}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {actions}
    </div>
  )
}
