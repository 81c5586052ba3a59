import type { Consumer, RequestRecord } from '@penstock/bundle'

/** Hours are kept for the last day, days for the last month. */
export type Period = 'hour' | 'day'

/** Requests of one consumer to one route of a stage in one hour or day. */
export interface UsageRow {
  /** Slug of the API. */
  readonly api: string
  readonly stage: string
  readonly period: Period
  readonly start: Date
  /** Id of the method record; empty where no route matched. */
  readonly route: string
  readonly consumer: string
  /** When the first of them began. */
  first: Date
  requests: number
  clientErrors: number
  serverErrors: number
}

export const periodMs: Readonly<Record<Period, number>> = { hour: 3_600_000, day: 86_400_000 }
const periods: readonly Period[] = ['hour', 'day']

/** Consumers beyond as many as are told apart, and those of nodes that do not tell. */
export const others = 'others'
export const unknown = 'unknown'

/** Recorded requests as counts. Those of a preview are not counted: nothing that is deployed served them. */
export function tallyRequests(requests: readonly RequestRecord[]): UsageRow[] {
  const rows = new Map<string, UsageRow>()
  for (const { at, api, stage, version, route, status, consumer } of requests) {
    if (version === null) continue
    const who = consumerKey(consumer)
    for (const period of periods) {
      const start = at - (at % periodMs[period])
      // The consumer's last: it alone may hold a line break.
      const key = `${period} ${start}\n${api}\n${stage}\n${route ?? ''}\n${who}`
      let row = rows.get(key)
      if (!row) {
        const counts = { first: new Date(at), requests: 0, clientErrors: 0, serverErrors: 0 }
        row = { api, stage, period, start: new Date(start), route: route ?? '', consumer: who, ...counts }
        rows.set(key, row)
      }
      row.requests++
      if (at < row.first.getTime()) row.first = new Date(at)
      if (status >= 500) row.serverErrors++
      else if (status >= 400) row.clientErrors++
    }
  }
  return [...rows.values()]
}

/** `address 3f9c… curl`. */
function consumerKey(consumer: Consumer | undefined): string {
  if (!consumer) return unknown
  const { kind, id, client } = consumer
  return client === undefined ? `${kind} ${id}` : `${kind} ${id} ${client}`
}
