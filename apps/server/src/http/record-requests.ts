import type { RequestBatch } from '@penstock/bundle'
import type { Core } from '../core.ts'

/** Requests kept, over all APIs. */
const kept = 100_000
const pruneEveryMs = 60_000

/** Keeps what gateways report of the requests that they served; the oldest go first. */
export function createRequestRecorder({
  db,
  clock,
  log,
  announcer,
}: Core): (batch: RequestBatch) => Promise<void> {
  let prunedAt = clock.now().getTime()
  return async ({ node, dropped, requests }) => {
    if (dropped > 0) log(`gateway ${node} could not record ${dropped} requests: its buffer was full`)
    await db.requestLog.createMany({
      data: requests.map((request) => ({
        id: request.id,
        at: new Date(request.at),
        api: request.api,
        stage: request.stage,
        data: JSON.stringify(request),
      })),
      // A batch that was sent again because its answer got lost is recorded once.
      skipDuplicates: true,
    })
    for (const slug of new Set(requests.map(({ api }) => api))) announcer.announce({ type: 'requests', slug })
    const now = clock.now().getTime()
    if (now - prunedAt < pruneEveryMs) return
    prunedAt = now
    await db.$executeRaw`
      delete from request_log where at < (select at from request_log order by at desc offset ${kept} limit 1)`
  }
}
