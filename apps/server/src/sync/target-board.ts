import { healthReportMs, type HealthReport, type TargetHealth } from '@penstock/bundle'
import type { Bus } from '../live/bus.ts'

/** What a node that is there says of a target. */
export interface SeenTarget extends TargetHealth {
  readonly node: string
}

export interface TargetBoard {
  report(report: HealthReport): void
  /** What the nodes say of the targets of an API. */
  of(slug: string): SeenTarget[]
}

/** How gateway nodes find targets, in memory: each tells it from time to time, and one that went silent is forgotten. */
export function createTargetBoard(bus: Bus, now: () => number): TargetBoard {
  const reports = new Map<string, { readonly at: number; readonly targets: readonly TargetHealth[] }>()
  const keep = ({ node, targets }: HealthReport) => void reports.set(node, { at: now(), targets })
  bus.on('target-health', (payload, local) => {
    if (!local) keep(payload as HealthReport)
  })
  return {
    report(report) {
      keep(report)
      bus.send('target-health', report)
    },
    of(slug) {
      for (const [node, { at }] of reports) if (now() - at > 3 * healthReportMs) reports.delete(node)
      return [...reports].flatMap(([node, { targets }]) =>
        targets.filter(({ api }) => api === slug).map((target) => ({ ...target, node })),
      )
    },
  }
}
