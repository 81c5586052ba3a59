import type { RequestRecord } from '@penstock/bundle'
import type { Executor } from '../store/executor.ts'
import { others, tallyRequests, type UsageRow } from './tally-requests.ts'

/** Consumers that are told apart within a day of a route; the rest are counted together. */
export const maxConsumers = 50

/**
 * Adds requests to the counts of their routes, in one statement whatever the batch holds. The key is the only index, for a
 * database without statistics would otherwise look through an hour of all routes for each row. Rows are written in the order
 * of their key, so that two servers that count at the same time wait for each other and never in a circle. Requests of an
 * API or a stage that is gone count nowhere.
 *
 * Whether a consumer is told apart is decided by the day, and goes for its hours too: who has an hour has a day.
 */
export async function countUsage(db: Executor, requests: readonly RequestRecord[]): Promise<void> {
  const rows = tallyRequests(requests)
  if (rows.length === 0) return
  await noteSince(db, rows)
  await db.$executeRaw`
    with given as (
      select apis.id as api_id, g.*, date_trunc('day', g.start, 'UTC') as day
      from unnest(
        ${rows.map(({ api }) => api)}::text[],
        ${rows.map(({ stage }) => stage)}::text[],
        ${rows.map(({ period }) => period)}::text[],
        ${rows.map(({ route }) => route)}::text[],
        ${rows.map(({ start }) => start.toISOString())}::timestamptz[],
        ${rows.map(({ consumer }) => consumer)}::text[],
        ${rows.map((row) => row.requests)}::bigint[],
        ${rows.map((row) => row.clientErrors)}::bigint[],
        ${rows.map((row) => row.serverErrors)}::bigint[]
      ) as g (slug, stage, period, route, start, consumer, requests, client_errors, server_errors)
      join apis on apis.slug = g.slug join stages on stages.api_id = apis.id and stages.name = g.stage
    ), known as (
      select g.*, u.consumer is not null as is_known
      from given g left join route_usage u
        on g.period = 'day' and (u.api_id, u.stage, u.period, u.route, u.start, u.consumer)
          = (g.api_id, g.stage, 'day', g.route, g.start, g.consumer)
    ), ranked as (
      select k.*,
        row_number() over (
          partition by api_id, stage, period, route, start, is_known order by requests desc, consumer
        ) as rank,
        case when is_known or period <> 'day' then 0 else (
          select count(*) from route_usage u
          where (u.api_id, u.stage, u.period, u.route, u.start) = (k.api_id, k.stage, k.period, k.route, k.start)
            and u.consumer <> ${others}
        ) end as taken
      from known k
    ), told as (
      select r.*,
        bool_or(period = 'day' and (is_known or taken + rank <= ${maxConsumers})) over (
          partition by api_id, stage, route, day, consumer
        ) as is_told
      from ranked r
    )
    insert into route_usage (api_id, stage, period, route, start, consumer, requests, client_errors, server_errors)
    select api_id, stage, period, route, start,
      case when is_told then consumer else ${others} end as counted,
      sum(requests), sum(client_errors), sum(server_errors)
    from told
    group by api_id, stage, period, route, start, counted
    order by api_id, stage, period, route, start, counted
    on conflict (api_id, stage, period, route, start, consumer) do update set
      requests = route_usage.requests + excluded.requests,
      client_errors = route_usage.client_errors + excluded.client_errors,
      server_errors = route_usage.server_errors + excluded.server_errors`
}

async function noteSince(db: Executor, rows: readonly UsageRow[]): Promise<void> {
  const first = new Map<string, UsageRow>()
  for (const row of rows) {
    const key = JSON.stringify([row.api, row.stage])
    const before = first.get(key)
    if (!before || row.first < before.first) first.set(key, row)
  }
  const stages = [...first.values()]
  await db.$executeRaw`
    insert into usage_since (api_id, stage, since)
    select apis.id, g.stage, g.since
    from unnest(
      ${stages.map(({ api }) => api)}::text[],
      ${stages.map(({ stage }) => stage)}::text[],
      ${stages.map((row) => row.first.toISOString())}::timestamptz[]
    ) as g (slug, stage, since)
    join apis on apis.slug = g.slug join stages on stages.api_id = apis.id and stages.name = g.stage
    order by apis.id, g.stage
    on conflict (api_id, stage) do update set since = excluded.since where usage_since.since > excluded.since`
}
