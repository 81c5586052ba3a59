import type { StageSummary } from '@penstock/server'
import { type ReactNode, useRef, useState } from 'react'
import { CopyButton, cx, Popover, Skeleton, StatusDot, useDelay } from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { ArrowUpRight, Plus, Split } from 'lucide-react'
import { Button } from 'react-aria-components'
import { Moment } from '../../app/moment.tsx'
import { ExampleCall } from './example-call.tsx'
import { healthOf, previewStage, servingText, stagedText } from './stage-health.ts'

const itemClass =
  'flex h-7 items-center gap-2 rounded-md px-2 text-sm text-fg transition-[background-color] hover:bg-hover whitespace-nowrap'

/** Per stage: what is live, its health, and how much is staged against it. On every screen of an API. */
export function StageStrip({ slug, stages }: { slug: string; stages: readonly StageSummary[] | undefined }) {
  const showSkeleton = useDelay()
  const deployed = stages?.filter((stage) => stage.name !== previewStage)
  const preview = stages?.find((stage) => stage.name === previewStage)
  return (
    <nav
      aria-label="Stages"
      className="flex h-9 shrink-0 items-center gap-1 overflow-x-auto border-b border-line bg-surface px-2"
    >
      {!stages && showSkeleton && <Skeleton className="mx-2 h-3 w-96" />}
      {deployed?.map((stage) => (
        <StageLink key={stage.name} slug={slug} stage={stage} />
      ))}
      {deployed?.length === 0 && (
        <Link to="/apis/$slug/review" params={{ slug }} className={itemClass}>
          <StatusDot health="off" />
          <span className="text-fg-2">No stage yet</span>
          <span className="font-medium text-accent-fg">Deploy the draft</span>
        </Link>
      )}
      {deployed && deployed.length > 0 && (
        <Link
          to="/apis/$slug/settings"
          params={{ slug }}
          search={{ section: 'stages' }}
          aria-label="Add a stage"
          title="Add a stage"
          className="flex size-7 items-center justify-center rounded-md text-fg-3 transition-[background-color] hover:bg-hover hover:text-fg"
        >
          <Plus aria-hidden className="size-3.5" />
        </Link>
      )}
      <span className="flex-1" />
      {preview && <PreviewButton slug={slug} stage={preview} />}
    </nav>
  )
}

function StageLink({ slug, stage }: { slug: string; stage: StageSummary }) {
  const health = healthOf(stage)
  const staged = stage.staged.total > 0
  return (
    <Link
      to="/apis/$slug/review"
      params={{ slug }}
      search={{ stage: stage.name }}
      activeOptions={{ includeSearch: true }}
      title={servingText(stage)}
      className={itemClass}
      activeProps={{ className: cx(itemClass, 'bg-hover') }}
    >
      <span className="font-medium">{stage.name}</span>
      <StatusDot health={health} />
      <span className="tabular text-fg-2">
        {stage.version === null ? 'not deployed' : `v${stage.version}`}
      </span>
      <span
        className={cx(
          'tabular',
          staged ? 'rounded-sm bg-changed-soft px-1.5 text-xs font-medium text-changed' : 'text-fg-3',
        )}
      >
        {stagedText(stage)}
      </span>
      {stage.canarySettings && (
        <span className="tabular inline-flex items-center gap-1 text-xs text-fg-2">
          <Split aria-hidden className="size-3 text-changed" />
          <span className="sr-only">canary </span>v{stage.canarySettings.version}{' '}
          {stage.canarySettings.percentTraffic.toLocaleString()} %
        </span>
      )}
      {health === 'waiting' && (
        <span className="tabular text-xs text-risky">
          {stage.nodes.serving}/{stage.nodes.total} nodes
        </span>
      )}
      {health === 'problem' && (
        <span className="max-w-60 truncate text-xs text-danger">{servingText(stage)}</span>
      )}
    </Link>
  )
}

/** The draft, served as it is now: where to call it. */
function PreviewButton({ slug, stage }: { slug: string; stage: StageSummary }) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={trigger}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className={cx(itemClass, 'shrink-0 text-fg-2')}
      >
        <StatusDot health={healthOf(stage)} />
        preview
        <ArrowUpRight aria-hidden className="size-3.5 text-fg-3" />
      </Button>
      <Popover
        triggerRef={trigger}
        isOpen={isOpen}
        onOpenChange={setOpen}
        aria-label="Calling the preview"
        placement="bottom end"
        className="w-96 p-4"
      >
        <StageAddress slug={slug} stage={stage}>
          The draft is served here as it is now, for trying a change before it is deployed. Calls must show
          the token below; whoever has it can see the draft.
        </StageAddress>
      </Popover>
    </>
  )
}

/** Where a stage is called, with the command to copy. */
export interface StageAddressProps {
  slug: string
  stage: StageSummary
  children?: ReactNode
}

export function StageAddress({ slug, stage, children }: StageAddressProps) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      {children && <p className="text-fg-2">{children}</p>}
      <ExampleCall slug={slug} stage={stage.name} />
      <div className="flex items-center gap-1 text-xs text-fg-3">
        <span className="shrink-0">By host name</span>
        <code className="min-w-0 truncate text-xs text-fg-2">{stage.hostUrl}</code>
        <CopyButton text={stage.hostUrl} label="Copy the address by host name" />
      </div>
      <p className="text-xs text-fg-3">
        {servingText(stage)}
        {stage.deployedAt && (
          <>
            , deployed <Moment at={stage.deployedAt} />
          </>
        )}
      </p>
    </div>
  )
}
