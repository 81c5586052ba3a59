import { Button, ConfirmDialog, Menu, MenuItem, toast, WithTooltip } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { CalendarClock, Ellipsis, RefreshCw, Rocket } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../../../app/trpc.ts'
import { CanaryDialog } from '../../canary/canary-dialog.tsx'
import { ConfirmBreaking, openBreaks } from '../../review/confirm-breaking.tsx'
import { plural } from '../../review/plan-sentence.ts'
import type { RequestHeaderProps } from './request-header.tsx'
import { undecided } from './request-states.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { onRequestAnswer } from './on-request-answer.ts'

/** Deploy now or at a time, rebase, close. What can't be done is disabled, with the reason. */
export function RequestActions({ slug, request, onFailed }: RequestHeaderProps) {
  const [open, setOpen] = useState<'breaking' | 'canary' | 'schedule' | 'close'>()
  const { number, stage, plan, planHash } = request
  const answered = onRequestAnswer(slug)
  const onStart = () => onFailed(undefined)
  const deploy = useMutation(
    trpc.deployRequests.deploy.mutationOptions({
      onMutate: onStart,
      onError: onFailed,
      onSuccess: (done) => {
        answered(done)
        setOpen(undefined)
        toast(
          done.state === 'deployed'
            ? { title: `${stage} serves v${done.deployment?.version}`, tone: 'ok' }
            : done.state === 'queued'
              ? { title: `Next in line for ${stage}`, tone: 'info' }
              : { title: `A part of ${stage}’s requests get it`, tone: 'ok' },
        )
      },
    }),
  )
  const calls = { onMutate: onStart, onError: onFailed, onSuccess: answered }
  const rebase = useMutation(trpc.deployRequests.rebase.mutationOptions(calls))
  const close = useMutation(trpc.deployRequests.close.mutationOptions(calls))
  if (!undecided.includes(request.state)) return null
  const refusal = refusalOf(request)
  const start = () => {
    setOpen(undefined)
    deploy.mutate({ slug, number, planHash })
  }
  // What somebody took upon themselves is not asked about once more.
  const isBreaking = openBreaks(plan.changes).length > 0
  return (
    <div className="flex flex-wrap items-center gap-2">
      {refusal && <span className="max-w-64 text-right text-xs text-pretty text-fg-2">{refusal}</span>}
      {request.stale !== null ? (
        <Button
          variant="primary"
          icon={<RefreshCw aria-hidden className="size-3.5" />}
          isPending={rebase.isPending}
          onPress={() => rebase.mutate({ slug, number })}
        >
          Rebase on what is live
        </Button>
      ) : (
        <WithTooltip text={refusal ?? 'Deploys exactly what was reviewed'}>
          <Button
            variant={isBreaking ? 'danger' : 'primary'}
            icon={<Rocket aria-hidden className="size-3.5" />}
            isPending={deploy.isPending}
            isDisabled={refusal !== undefined}
            onPress={() => (isBreaking ? setOpen('breaking') : start())}
          >
            Deploy {plural(plan.summary.total, 'change')} to {stage}
          </Button>
        </WithTooltip>
      )}
      <Button
        icon={<CalendarClock aria-hidden className="size-3.5" />}
        isDisabled={refusal !== undefined || request.stale !== null}
        onPress={() => setOpen('schedule')}
      >
        Schedule
      </Button>
      <Menu
        label="More"
        trigger={
          <Button aria-label="More actions" variant="quiet" className="px-1.5">
            <Ellipsis aria-hidden className="size-4" />
          </Button>
        }
      >
        <MenuItem
          isDisabled={refusal !== undefined || request.stale !== null || request.base === null}
          onAction={() => setOpen('canary')}
        >
          Deploy as a canary…
        </MenuItem>
        <MenuItem onAction={() => rebase.mutate({ slug, number })}>Rebase on the draft as it is now</MenuItem>
        <MenuItem onAction={() => setOpen('close')}>Close without deploying</MenuItem>
      </Menu>
      <ConfirmBreaking
        plan={plan}
        isOpen={open === 'breaking' && refusal === undefined}
        onClose={() => setOpen(undefined)}
        onConfirm={start}
      />
      {open === 'canary' && refusal === undefined && (
        <CanaryDialog
          stage={stage}
          title={`Deploy ${plural(plan.summary.total, 'change')} to a part of ${stage}`}
          deed="Deploy as the canary"
          isDanger={isBreaking}
          canary={null}
          isPending={deploy.isPending}
          error={deploy.error}
          onClose={() => setOpen(undefined)}
          onConfirm={(canarySettings) => deploy.mutate({ slug, number, planHash, canarySettings })}
        >
          <p>
            Exactly what was reviewed. The request stays open; deploying it, or promoting the canary, has all
            of {stage} get it.
          </p>
        </CanaryDialog>
      )}
      {open === 'schedule' && (
        <ScheduleDialog slug={slug} request={request} onClose={() => setOpen(undefined)} />
      )}
      <ConfirmDialog
        isOpen={open === 'close'}
        onClose={() => setOpen(undefined)}
        title={`Close deploy request ${number}?`}
        confirmLabel="Close without deploying"
        isPending={close.isPending}
        onConfirm={() => {
          setOpen(undefined)
          close.mutate({ slug, number })
        }}
      >
        <p>Nothing is deployed. The draft stays as it is; a new request can be opened at any time.</p>
      </ConfirmDialog>
    </div>
  )
}

/** Why it can't be deployed now, in words; a stale one is told of elsewhere. */
function refusalOf({ missing, next, plan, stage, state }: RequestHeaderProps['request']): string | undefined {
  if (missing !== null) return `${missing.charAt(0).toUpperCase()}${missing.slice(1)}.`
  if (next !== null) return `Request ${next} is next for ${stage}.`
  const errors = plan.checks.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return `${errors === 1 ? '1 check fails' : `${errors} checks fail`}.`
  return state === 'queued' ? `It follows when nobody can revert what is live on ${stage}.` : undefined
}
