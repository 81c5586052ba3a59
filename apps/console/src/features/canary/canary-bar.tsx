import type { CanaryView, StageSummary } from '@penstock/server'
import { Button, buttonClass, ConfirmDialog, cx, toast } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { GitCompare, Split } from 'lucide-react'
import { useState } from 'react'
import { Moment } from '../../app/moment.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { CanaryDialog } from './canary-dialog.tsx'
import { changedSettings, stickyText } from './canary-form.ts'
import { CanarySides } from './canary-sides.tsx'
import { PromoteDialog } from './promote-dialog.tsx'
import { refreshCanary } from './refresh-canary.ts'

/** How often the requests of both sides are counted anew. */
const countEveryMs = 5_000

const noop = () => {}

export interface CanaryBarProps {
  slug: string
  stage: StageSummary
  /** It begins to be promoted here: what is live is about to change. */
  onPromote?: () => void
  onPromoteFailed?: () => void
  className?: string
}

/** What is tried on a part of a stage's requests, how it does, and how that ends. Nothing for a stage without a canary. */
export function CanaryBar(props: CanaryBarProps) {
  const canary = props.stage.canarySettings
  return canary && <Bar {...props} canary={canary} />
}

function Bar(props: CanaryBarProps & { canary: CanaryView }) {
  const { slug, stage, canary, className, onPromote = noop, onPromoteFailed = noop } = props
  const [open, setOpen] = useState<'change' | 'promote' | 'discard'>()
  const close = () => setOpen(undefined)
  const { name, deployment: live } = stage
  const traffic = useQuery({
    ...trpc.canary.get.queryOptions({ slug, stage: name }),
    refetchInterval: countEveryMs,
  })
  const { deploymentId, version, percentTraffic, sticky } = canary
  const named = { slug, stage: name, deploymentId }
  const change = useMutation(
    trpc.canary.change.mutationOptions({
      onSuccess: async () => {
        await refreshCanary(slug)
        close()
      },
    }),
  )
  const discard = useMutation(
    trpc.canary.discard.mutationOptions({
      onSuccess: async () => {
        await refreshCanary(slug)
        close()
        toast({ title: `All requests to ${name} get v${stage.version} again`, tone: 'ok' })
      },
    }),
  )
  return (
    <section aria-label={`Canary of ${name}`} className={cx('bg-surface', className)}>
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-2">
        <Split aria-hidden className="size-4 shrink-0 text-changed" />
        <h2 className="tabular text-sm font-medium text-fg">
          v{version} gets {percentTraffic.toLocaleString()} % of {name}’s requests
        </h2>
        <p className="min-w-0 flex-1 text-xs text-fg-2">
          {stickyText(sticky)} · canary since <Moment at={canary.deployedAt} />
        </p>
        {live && (
          <Link
            to="/apis/$slug/deployments"
            params={{ slug }}
            search={{ from: live, to: deploymentId }}
            className={buttonClass('quiet')}
          >
            <GitCompare aria-hidden className="size-3.5" />
            Compare
          </Link>
        )}
        <Button onPress={() => setOpen('change')}>Change…</Button>
        <Button onPress={() => setOpen('discard')}>Discard…</Button>
        <Button variant="primary" onPress={() => setOpen('promote')}>
          Promote…
        </Button>
      </div>
      {traffic.data ? (
        <div className="overflow-x-auto">
          <CanarySides traffic={traffic.data} />
        </div>
      ) : (
        traffic.error && (
          <ProblemView error={traffic.error} layout="inline" onRetry={() => void traffic.refetch()} />
        )
      )}
      {open === 'change' && (
        <CanaryDialog
          stage={name}
          title={`What v${version} gets`}
          deed="Apply now"
          canary={canary}
          isPending={change.isPending}
          error={change.error}
          onClose={close}
          onConfirm={(settings, before) =>
            change.mutate({ ...named, ...changedSettings(before ?? canary, settings) })
          }
        />
      )}
      {open === 'promote' && (
        <PromoteDialog
          slug={slug}
          stage={stage}
          canary={canary}
          onStart={onPromote}
          onFailed={onPromoteFailed}
          onClose={close}
        />
      )}
      <ConfirmDialog
        isOpen={open === 'discard'}
        onClose={close}
        title={`Discard the canary v${version}?`}
        confirmLabel={`Discard v${version}`}
        isPending={discard.isPending}
        onConfirm={() => discard.mutate({ ...named, ...(live === null ? {} : { from: live }) })}
      >
        <p>
          All requests to {name} get v{stage.version} again, at once. The draft and the history keep what was
          tried.
        </p>
        {discard.error && <ProblemView error={discard.error} layout="inline" />}
      </ConfirmDialog>
    </section>
  )
}
