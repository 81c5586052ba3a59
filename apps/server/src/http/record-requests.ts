import type { RequestBatch } from '@penstock/bundle'
import type { Core } from '../core.ts'
import { transact } from '../store/executor.ts'
import { countUsage } from '../usage/count-usage.ts'
import { noteLoss } from '../usage/incomplete.ts'

/** Requests kept, over all APIs. */
const kept = 100_000
const pruneEveryMs = 60_000

/** Keeps what gateways report of the requests that they served, the oldest go first; and counts what used which route. */
export function createRequestRecorder({
  db,
  clock,
  log,
  announcer,
}: Core): (batch: RequestBatch) => Promise<void> {
  let prunedAt = clock.now().getTime()
  return async ({ node, dropped, requests }) => {
    if (dropped > 0) log(`gateway ${node} could not record ${dropped} requests: its buffer was full`)
    await transact(db, async (tx) => {
      // By columns: a statement of five parameters, where one of five for each request would hold up everybody else
      // while it is made. A batch that was sent again because its answer got lost is recorded once, and counted once.
      const added = await tx.$queryRaw<{ id: string }[]>`
        insert into request_log (id, at, api, stage, data)
        select * from unnest(
          ${requests.map(({ id }) => id)}::text[],
          ${requests.map(({ at }) => new Date(at).toISOString())}::timestamptz[],
          ${requests.map(({ api }) => api)}::text[],
          ${requests.map(({ stage }) => stage)}::text[],
          ${requests.map((request) => JSON.stringify({ ...request, node }))}::text[]
        )
        on conflict do nothing
        returning id`
      const isNew = new Set(added.map(({ id }) => id))
      await countUsage(
        tx,
        requests.filter(({ id }) => isNew.delete(id)),
      )
      if (dropped > 0) await noteLoss(tx, clock.now())
    })
    for (const slug of new Set(requests.map(({ api }) => api))) announcer.announce({ type: 'requests', slug })
    const now = clock.now().getTime()
    if (now - prunedAt < pruneEveryMs) return
    prunedAt = now
    await db.$executeRaw`
      delete from request_log where at < (select at from request_log order by at desc offset ${kept} limit 1)`
  }
}
