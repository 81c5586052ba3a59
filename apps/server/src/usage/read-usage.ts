import type { Executor } from '../store/executor.ts'
import { others, type Period, periodMs, unknown } from './tally-requests.ts'

/** What a stage was asked of, up to now. */
export interface UsageAsked {
  readonly apiId: string
  readonly stage: string
  readonly now: Date
}

/** Requests of a time, and how many consumers made them. */
export interface Use {
  readonly requests: number
  readonly consumers: number
  /** There were more consumers than are told apart, or some that no node told. */
  readonly isMore: boolean
}

export interface Usage {
  /** The last 24 hours, and the last 30 days. */
  readonly day: Use
  readonly month: Use
}

const none: Use = { requests: 0, consumers: 0, isMore: false }
export const unused: Usage = { day: none, month: none }

/** What is counted by hours and days reaches back to the beginning of the first one that the time touches. */
const windowMs: Readonly<Record<Period, number>> = { hour: 24 * 3_600_000, day: 30 * 86_400_000 }
const since = (now: Date, period: Period) => new Date(now.getTime() - windowMs[period] - periodMs[period])

/** When a stage was first asked of, as far as that was recorded; null when it never was. */
export async function recordedSince(db: Executor, { apiId, stage }: UsageAsked): Promise<Date | null> {
  const row = await db.usageSince.findUnique({ where: { apiId_stage: { apiId, stage } } })
  return row?.since ?? null
}

interface SumRow {
  readonly set: number
  readonly day: number
  readonly month: number
  readonly day_consumers: number
  readonly month_consumers: number
  readonly day_more: boolean | null
  readonly month_more: boolean | null
}

/** How much each of some sets of routes was used, in one query whatever their number. In the order of the sets. */
export async function readUsage(
  db: Executor,
  { apiId, stage, now }: UsageAsked,
  sets: readonly (readonly string[])[],
): Promise<Usage[]> {
  const numbers = sets.flatMap((routes, set) => routes.map(() => set))
  const rows = await db.$queryRaw<SumRow[]>`
    with touched as (
      select * from unnest(${numbers}::int[], ${sets.flat()}::text[]) as t (set, route)
    ), used as (
      select route, consumer,
        coalesce(sum(requests) filter (where period = 'hour'), 0) as day,
        coalesce(sum(requests) filter (where period = 'day'), 0) as month
      from route_usage
      where api_id = ${apiId} and stage = ${stage} and route = any(${[...new Set(sets.flat())]}::text[])
        and (period = 'hour' and start > ${since(now, 'hour')} or period = 'day' and start > ${since(now, 'day')})
      group by route, consumer
    ), by_consumer as (
      select set, consumer, sum(day) as day, sum(month) as month,
        consumer not in (${others}, ${unknown}) as is_told
      from touched join used using (route) group by set, consumer
    )
    select set, sum(day)::float8 as day, sum(month)::float8 as month,
      count(*) filter (where is_told and day > 0)::int as day_consumers,
      count(*) filter (where is_told and month > 0)::int as month_consumers,
      bool_or(not is_told and day > 0) as day_more,
      bool_or(not is_told and month > 0) as month_more
    from by_consumer group by set`
  const found = new Map(rows.map((row) => [row.set, usageOf(row)]))
  return sets.map((_, set) => found.get(set) ?? unused)
}

function usageOf(row: SumRow): Usage {
  return {
    day: { requests: row.day, consumers: row.day_consumers, isMore: row.day_more === true },
    month: { requests: row.month, consumers: row.month_consumers, isMore: row.month_more === true },
  }
}

export interface RouteUse {
  readonly route: string
  readonly day: number
  readonly month: number
  /** Of those of the month. */
  readonly clientErrors: number
  readonly serverErrors: number
}

/** Each of some routes that was used at all, most used first. */
export async function readRouteUse(
  db: Executor,
  { apiId, stage, now }: UsageAsked,
  routes: readonly string[],
): Promise<RouteUse[]> {
  return db.$queryRaw<RouteUse[]>`
    select route,
      coalesce(sum(requests) filter (where period = 'hour'), 0)::float8 as day,
      coalesce(sum(requests) filter (where period = 'day'), 0)::float8 as month,
      coalesce(sum(client_errors) filter (where period = 'day'), 0)::float8 as "clientErrors",
      coalesce(sum(server_errors) filter (where period = 'day'), 0)::float8 as "serverErrors"
    from route_usage
    where api_id = ${apiId} and stage = ${stage} and route = any(${routes}::text[])
      and (period = 'hour' and start > ${since(now, 'hour')} or period = 'day' and start > ${since(now, 'day')})
    group by route order by month desc, route`
}

export interface ConsumerUse {
  /** As it is counted: see `tally-requests.ts`. */
  readonly consumer: string
  readonly day: number
  readonly month: number
  /** The day of its last request. */
  readonly last: Date
}

/** Who used some routes, who did most first. */
export async function readConsumerUse(
  db: Executor,
  { apiId, stage, now }: UsageAsked,
  routes: readonly string[],
  limit: number,
): Promise<ConsumerUse[]> {
  return db.$queryRaw<ConsumerUse[]>`
    select consumer,
      coalesce(sum(requests) filter (where period = 'hour'), 0)::float8 as day,
      coalesce(sum(requests) filter (where period = 'day'), 0)::float8 as month,
      date_trunc('day', max(start), 'UTC') as last
    from route_usage
    where api_id = ${apiId} and stage = ${stage} and route = any(${routes}::text[])
      and (period = 'hour' and start > ${since(now, 'hour')} or period = 'day' and start > ${since(now, 'day')})
    group by consumer order by month desc, consumer limit ${limit}`
}
