import type { RequestDetailView } from '@penstock/server'
import { CopyButton, IconButton, MethodBadge, SkeletonRows } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { ErrorPageLink, ProblemView } from '../../app/problem-view.tsx'
import { ShowOnGraph } from '../../app/show-on-graph.tsx'
import { trpc } from '../../app/trpc.ts'
import { FailedCallView } from './failed-call.tsx'
import { PhaseTimes } from './phase-times.tsx'
import { milliseconds } from './request-table.tsx'
import { StatusBadge } from './status-badge.tsx'
import { exactMomentText } from '../../app/time-text.ts'

export interface RequestDetailProps {
  slug: string
  id: string
  onClose: () => void
}

/** What happened to one request: who answered, how long each part took, and why it failed. */
export function RequestDetail({ slug, id, onClose }: RequestDetailProps) {
  const request = useQuery(trpc.requests.get.queryOptions({ id }))
  return (
    <section aria-label="Request" className="flex h-full flex-col bg-surface">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="text-sm font-semibold text-fg">Request</h2>
        <span className="flex-1" />
        <IconButton label="Close" onPress={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {request.error && <ProblemView error={request.error} layout="inline" />}
        {request.isPending && <SkeletonRows rows={4} />}
        {request.data && <Body slug={slug} request={request.data} />}
      </div>
    </section>
  )
}

function Body({ slug, request }: { slug: string; request: RequestDetailView }) {
  const { error, phases, call } = request
  return (
    <div className="flex flex-col gap-4 text-sm">
      <div className="flex items-start gap-2">
        <StatusBadge status={request.status} />
        <MethodBadge method={request.method} className="mt-0.5" />
        <code className="min-w-0 text-xs leading-5 break-all text-fg">{request.path}</code>
      </div>
      {error && (
        <div className="rounded-md border border-line bg-sunken px-3 py-2">
          <p className="font-medium text-fg">{error.cause}</p>
          <p className="mt-1 flex flex-wrap gap-x-3 text-xs text-fg-3">
            <code className="text-xs text-danger">{error.code}</code>
            <span>in the {error.phase} phase</span>
            <ErrorPageLink code={error.code} />
          </p>
        </div>
      )}
      {phases.length > 0 ? (
        <PhaseTimes phases={phases} totalMs={request.durationMs} />
      ) : (
        <Timing request={request} />
      )}
      <dl className="flex flex-col">
        <Fact name="Request id">
          <code className="truncate text-xs">{request.id}</code>
          <CopyButton text={request.id} label="Copy request id" />
        </Fact>
        <Fact name="At">{exactMomentText(request.at)}</Fact>
        <Fact name="Stage">{request.stage}</Fact>
        <Fact name="Answered by">
          {request.version === null
            ? 'the draft'
            : `v${request.version}${request.canary ? ', the canary' : ''}`}
        </Fact>
        <Fact name="Route">
          {request.route === null ? 'none matched' : <ShowOnGraph slug={slug} record={request.route} />}
        </Fact>
        {request.node !== undefined && <Fact name="Gateway node">{request.node}</Fact>}
        {request.cache !== undefined && <Fact name="Response cache">{cacheTexts[request.cache]}</Fact>}
        {request.targets !== undefined && <Fact name="Target">{targetsText(request.targets)}</Fact>}
      </dl>
      {call && <FailedCallView id={request.id} call={call} />}
    </div>
  )
}

/** Of a node that does not tell more: the total, split into what the gateway took and what it waited for. */
function Timing({ request }: { request: RequestDetailView }) {
  const integration = request.integrationMs ?? 0
  const gateway = Math.max(0, request.durationMs - integration)
  const share = request.durationMs > 0 ? (gateway / request.durationMs) * 100 : 100
  return (
    <div>
      <div aria-hidden className="flex h-2 overflow-hidden rounded-full bg-pressed">
        <span className="bg-accent" style={{ width: `${share}%` }} />
        <span className="flex-1 bg-line-strong" />
      </div>
      <p className="tabular mt-1.5 flex flex-wrap gap-x-4 text-xs text-fg-2">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="size-2 rounded-full bg-accent" />
          gateway {milliseconds(gateway)}
        </span>
        {request.integrationMs !== null && (
          <span className="inline-flex items-center gap-1.5">
            <span aria-hidden className="size-2 rounded-full bg-line-strong" />
            integration {milliseconds(integration)}
          </span>
        )}
        <span>total {milliseconds(request.durationMs)}</span>
      </p>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center gap-3 border-b border-line last:border-b-0">
      <dt className="w-28 shrink-0 text-xs text-fg-3">{name}</dt>
      <dd className="flex min-w-0 flex-1 items-center gap-1 text-fg">{children}</dd>
    </div>
  )
}

const cacheTexts: Record<NonNullable<RequestDetailView['cache']>, string> = {
  hit: 'hit: the integration was not called',
  miss: 'miss',
  renewed: 'renewed, as the caller asked',
  bypass: 'bypassed: the request is not one of the cache',
  refused: 'refused to renew the answer',
}

/** The one that was called last, and after which others. */
function targetsText(targets: readonly string[]): string {
  const before = targets.slice(0, -1)
  const last = targets.at(-1) ?? ''
  return before.length === 0 ? last : `${last}, after ${before.join(', ')}`
}
