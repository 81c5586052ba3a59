import type { Upstream } from '@penstock/model'
import type { UpstreamView } from '@penstock/server'
import { cx } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { momentText } from '../../../app/time-text.ts'
import { trpc } from '../../../app/trpc.ts'
import { useDesigner } from '../../designer-context.ts'
import { Section } from '../../fields/section.tsx'

type Seen = UpstreamView['targets'][number]['nodes'][number]

const looks: Record<Seen['state'], { says: string; hue: string }> = {
  healthy: { says: 'healthy', hue: 'bg-live' },
  unhealthy: { says: 'unhealthy', hue: 'bg-danger ring-2 ring-danger/30' },
  left_out: { says: 'left out', hue: 'bg-danger ring-2 ring-danger/30' },
  on_trial: { says: 'on trial', hue: 'bg-risky' },
}

/** Nodes tell it when it changes; they are asked for it no more often than somebody looks. */
const everyMs = 5_000

/** How the gateway nodes find the targets of an upstream, by stage; nothing where no node serves it. */
export function HealthSection({ record }: { record: Upstream }) {
  const { session } = useDesigner()
  const upstreams = useQuery({
    ...trpc.upstreams.list.queryOptions({ slug: session.slug }),
    refetchInterval: everyMs,
  })
  const mine = (upstreams.data ?? []).filter(({ upstream }) => upstream === record.name)
  if (mine.length === 0) return null
  return (
    <Section title="Health of targets">
      {mine.map(({ stage, targets }) => (
        <div key={stage} className="flex flex-col gap-1.5">
          <h4 className="text-xs text-fg-2">{stage}</h4>
          <ul aria-label={`Targets of ${stage}`} className="flex flex-col gap-1.5">
            {targets.map(({ target, nodes }) => (
              <li key={target} className="flex flex-col gap-0.5">
                <code className="truncate text-xs text-fg" title={target}>
                  {target}
                </code>
                <ul aria-label={`${target} by node`} className="flex flex-col gap-0.5">
                  {nodes.map((seen) => (
                    <SeenLine key={seen.node} seen={seen} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function SeenLine({ seen: { node, state, since, error } }: { seen: Seen }) {
  const { says, hue } = looks[state]
  return (
    <li className="flex flex-col text-xs">
      <span className="flex items-center gap-1.5">
        <span aria-hidden className={cx('inline-block size-2 shrink-0 rounded-full', hue)} />
        <span className="whitespace-nowrap text-fg">{says}</span>
        <span className="min-w-0 truncate text-fg-3" title={node}>
          {node}
        </span>
      </span>
      {since !== undefined && <span className="pl-3.5 text-fg-2">since {momentText(since)}</span>}
      {error !== undefined && <span className="pl-3.5 break-words text-fg-2">{error}</span>}
    </li>
  )
}
