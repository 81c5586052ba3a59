import { getCanary } from '../commands/canary/get-canary.ts'
import type { Core } from '../core.ts'
import { findApi } from '../store/apis.ts'
import { getStage } from '../store/stages.ts'
import type { CanarySide, CanaryTraffic } from './canary-view.ts'
import { presentCanary } from './stages.ts'

/** Older requests say little of how the two do now, and reading more of them than this would take longer than it tells. */
const longestMs = 60 * 60 * 1000
const mostRequests = 10_000

interface SideRow {
  readonly isCanary: boolean
  readonly requests: number
  readonly clientErrors: number
  readonly serverErrors: number
  readonly medianMs: number
  readonly p95Ms: number
}

/**
 * Both sides of a stage over the same time: since they stand beside each other, an hour and the last 10,000 requests that
 * gateways recorded at most. Throws API_NOT_FOUND, STAGE_NOT_FOUND and CANARY_NOT_FOUND.
 */
export async function presentCanaryTraffic(
  { db, clock }: Pick<Core, 'db' | 'clock'>,
  { slug, stage: name }: { readonly slug: string; readonly stage: string },
): Promise<CanaryTraffic> {
  const stage = await getStage(db, await findApi(db, slug), name)
  const { deployment } = getCanary(stage, { slug, stage: name })
  const beside = [deployment, stage.deployment].map((side) => side?.createdAt.getTime() ?? 0)
  const since = new Date(Math.max(...beside, clock.now().getTime() - longestMs))
  const rows = await db.$queryRaw<SideRow[]>`
    select canary as "isCanary", count(*)::int as requests,
      (count(*) filter (where status between 400 and 499))::int as "clientErrors",
      (count(*) filter (where status >= 500))::int as "serverErrors",
      percentile_cont(0.5) within group (order by duration) as "medianMs",
      percentile_cont(0.95) within group (order by duration) as "p95Ms"
    from (
      select coalesce((data::jsonb ->> 'canary')::boolean, false) as canary, (data::jsonb ->> 'status')::int as status,
        (data::jsonb ->> 'durationMs')::float as duration
      from request_log where api = ${slug} and stage = ${name} and at >= ${since}
      order by at desc limit ${mostRequests}
    ) as recorded group by canary`
  const side = (isCanary: boolean, version: number): CanarySide => {
    const row = rows.find((found) => found.isCanary === isCanary)
    if (!row) return { version, requests: 0, clientErrors: 0, serverErrors: 0, medianMs: null, p95Ms: null }
    const { isCanary: _, medianMs, p95Ms, ...counts } = row
    return { version, ...counts, medianMs: tenths(medianMs), p95Ms: tenths(p95Ms) }
  }
  return {
    canarySettings: presentCanary(stage)!,
    since: since.toISOString(),
    base: side(false, stage.deployment?.version ?? 0),
    canary: side(true, deployment.version),
  }
}

function tenths(ms: number): number {
  return Math.round(ms * 10) / 10
}
