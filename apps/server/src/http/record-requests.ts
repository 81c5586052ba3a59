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
      const added = await tx.requestLog.createManyAndReturn({
        data: requests.map((request) => ({
          id: request.id,
          at: new Date(request.at),
          api: request.api,
          stage: request.stage,
          data: JSON.stringify(request),
        })),
        // A batch that was sent again because its answer got lost is recorded once, and counted once.
        skipDuplicates: true,
        select: { id: true },
      })
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
