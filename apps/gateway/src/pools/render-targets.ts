import { escapeLabel } from '../telemetry/metrics.ts'
import { isEjected } from './ejection.ts'
import type { HealthChecks } from './health-checks.ts'
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
export function renderTargets(targets: Targets, checks: HealthChecks): string {
  const all = [...targets.all()]
  const now = targets.now()
  const told = series.map(({ name, type, value }) => ({
    name,
    type,
    values: all.map((target) => [labels(target), value(target, now)] as const),
  }))
  told.push({ name: 'penstock_upstream_healthy', type: 'gauge', values: [...healthOf(checks)] })
  return told
    .filter(({ values }) => values.length > 0)
    .flatMap(({ name, type, values }) => [
      `# TYPE ${name} ${type}`,
      ...values.map(([of, value]) => `${name}{${of}} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join('')
}

/** A target that is checked in several ways is as healthy as the worst of them says. */
function healthOf(checks: HealthChecks): Map<string, number> {
  const values = new Map<string, number>()
  for (const { checked, health } of checks.running) {
    const of = labels(checked)
    values.set(of, Math.min(values.get(of) ?? 1, health.isHealthy ? 1 : 0))
  }
  return values
}

function labels({ api, upstream, origin }: Pick<Target, 'api' | 'upstream' | 'origin'>): string {
  return `api="${escapeLabel(api)}",upstream="${escapeLabel(upstream)}",target="${escapeLabel(origin)}"`
}
