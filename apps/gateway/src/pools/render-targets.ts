import { escapeLabel } from '../telemetry/metrics.ts'
import { isEjected } from './ejection.ts'
import type { Target } from './target.ts'
import type { Targets } from './targets.ts'

/** What a scrape is told of each target. */
const series: readonly { name: string; type: string; value: (target: Target, now: number) => number }[] = [
  { name: 'penstock_upstream_calls_total', type: 'counter', value: ({ calls }) => calls },
  { name: 'penstock_upstream_failed_total', type: 'counter', value: ({ failed }) => failed },
  { name: 'penstock_upstream_active', type: 'gauge', value: ({ active }) => active },
  {
    name: 'penstock_upstream_available',
    type: 'gauge',
    value: ({ standing }, now) => (isEjected(standing, now) ? 0 : 1),
  },
]

/** The targets of upstreams in Prometheus text format 0.0.4; empty without any. */
export function renderTargets(targets: Targets): string {
  const all = [...targets.all()]
  const now = targets.now()
  if (all.length === 0) return ''
  return series
    .flatMap(({ name, type, value }) => [
      `# TYPE ${name} ${type}`,
      ...all.map((target) => `${name}{${labels(target)}} ${value(target, now)}`),
    ])
    .map((line) => `${line}\n`)
    .join('')
}

function labels({ api, upstream, origin }: Target): string {
  return `api="${escapeLabel(api)}",upstream="${escapeLabel(upstream)}",target="${escapeLabel(origin)}"`
}
