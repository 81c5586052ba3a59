import { type ApiRecord, type Definition, kindOf } from '@penstock/model'
import type { ChangeView, DeploymentView } from '@penstock/server'
import { Badge, Button, buttonClass, CodeBlock, Skeleton, StatusDot } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileClock, GitCompare, Undo2 } from 'lucide-react'
import { Moment } from '../../../app/moment.tsx'
import { PersonName } from '../../../app/person-name.tsx'
import { ProblemView } from '../../../app/problem-view.tsx'
import { TokenMark } from '../../../app/token-mark.tsx'
import { trpc } from '../../../app/trpc.ts'
import { ChangeSentences } from '../../review/change-sentences.tsx'
import { plural } from '../../review/plan-sentence.ts'
import { ChangeFigures } from '../change-figures.tsx'
import { sources } from '../deployment-names.ts'
import { ApprovedBy } from '../approved-by.tsx'
import { KindBadge } from '../kind-badge.tsx'
import { KeptAcknowledgements } from '../kept-acknowledgements.tsx'

export interface VersionFactsProps {
  slug: string
  shown: DeploymentView
  /** What the stage served before it. */
  before: DeploymentView | undefined
  live: DeploymentView | undefined
  /** What it changed; undefined while that is asked for, or where nothing was before. */
  changes: readonly ChangeView[] | undefined
  /** The record that is selected on the graph. */
  record: string | undefined
  definition: Definition | undefined
  /** What it took away. */
  removed: readonly ApiRecord[]
  onRestore: () => void
  onRollBack: () => void
}

/** Who deployed a version, when and why, what it changed, and what can be done with it. */
export function VersionFacts(props: VersionFactsProps) {
  const { slug, shown, before, live, changes, record, definition, removed, onRestore, onRollBack } = props
  const isAlike = !shown.live && live !== undefined && live.content === shown.content
  const ghost = removed.find(({ id }) => id === record)
  const chosen = ghost ?? (record === undefined ? undefined : definition?.get(record))
  return (
    <div className="flex h-full flex-col gap-4 overflow-y-auto border-l border-line bg-surface p-4 text-sm">
      <section aria-label="Facts" className="flex flex-col gap-2">
        <h2 className="tabular flex flex-wrap items-center gap-2 font-semibold text-fg">
          v{shown.version}
          {shown.live && (
            <Badge tone="ok" icon={<StatusDot health="live" className="size-1.5" />}>
              live
            </Badge>
          )}
          <KindBadge kind={shown.kind} />
        </h2>
        {shown.description && <p className="break-words text-fg">{shown.description}</p>}
        <p className="text-fg-2">
          <TokenMark kind={shown.actor?.kind} />
          <PersonName of={shown.author} kind={shown.actor?.kind} /> · {sources[shown.source]} ·{' '}
          <Moment at={shown.createdAt} />
          {shown.request !== null && (
            <>
              {' · '}
              <Link
                to="/apis/$slug/deployments/requests/$number"
                params={{ slug, number: String(shown.request) }}
                className="text-accent-fg underline-offset-2 hover:underline"
              >
                request {shown.request}
              </Link>
            </>
          )}
        </p>
        <ApprovedBy people={shown.approvedBy} className="text-fg-2" />
        <div className="flex flex-wrap gap-1.5">
          <Button icon={<FileClock aria-hidden className="size-3.5" />} onPress={onRestore}>
            Restore as draft
          </Button>
          {!shown.live && live && (
            <>
              <Link
                to="/apis/$slug/deployments"
                params={{ slug }}
                search={{ from: shown.id, to: live.id }}
                className={buttonClass()}
              >
                <GitCompare aria-hidden className="size-3.5" />
                Compare with live
              </Link>
              {!isAlike && !shown.canary && (
                <Button icon={<Undo2 aria-hidden className="size-3.5" />} onPress={onRollBack}>
                  Roll back
                </Button>
              )}
            </>
          )}
        </div>
        {isAlike && (
          <p className="text-xs text-fg-2">
            {shown.stage} serves exactly this again, as v{live.version}.
          </p>
        )}
      </section>
      <section aria-label="What it changed" className="flex flex-col gap-2 border-t border-line pt-3">
        <h3 className="text-xs font-medium text-fg-2">
          {before ? `Changed against v${before.version}` : `The first version of ${shown.stage}`}
        </h3>
        {before &&
          (changes ? (
            <>
              <ChangeFigures changes={changes} />
              <ChangeSentences label={plural(changes.length, 'change')} changes={changes} />
            </>
          ) : (
            <Skeleton className="w-48" />
          ))}
      </section>
      <KeptAcknowledgements given={shown.acknowledged} />
      {chosen && (
        <section aria-label="Selected" className="flex flex-col gap-2 border-t border-line pt-3">
          <h3 className="text-xs font-medium break-words text-fg-2">{kindOf(chosen.kind).label(chosen)}</h3>
          {ghost && (
            <p className="text-xs text-fg-2">
              Removed with v{shown.version}. As it was in v{before?.version}:
            </p>
          )}
          <RecordThen slug={slug} deployment={ghost && before ? before.id : shown.id} record={chosen.id} />
        </section>
      )}
    </div>
  )
}

/** A record as it was, in YAML. */
function RecordThen({ slug, deployment, record }: { slug: string; deployment: string; record: string }) {
  const text = useQuery(
    trpc.deployments.text.queryOptions({ slug, from: deployment, to: deployment, record }),
  )
  if (text.error)
    return <ProblemView error={text.error} layout="inline" onRetry={() => void text.refetch()} />
  if (!text.data) return <Skeleton className="w-48" />
  return <CodeBlock label="record" code={(text.data.after ?? '').trimEnd()} />
}
