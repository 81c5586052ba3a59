import type { PrismaClient } from '@penstock/prisma'

const dayMs = 86_400_000
/** A review asks for the last 24 hours and the last 30 days; the rest is so that a full window is always there. */
const keptMs = { hour: 2 * dayMs, day: 35 * dayMs }
/** Rows that are deleted at most in one go. */
const batch = 10_000

/** Deletes counts that nobody asks for any more, and those of APIs and stages that are gone. Stops between two goes when told to. */
export async function pruneUsage(db: PrismaClient, now: Date, signal?: AbortSignal): Promise<number> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  const goes = [
    () => db.$executeRaw`
      delete from route_usage where ctid in (
        select ctid from route_usage where period = 'hour' and start < ${before(keptMs.hour)} limit ${batch})`,
    () => db.$executeRaw`
      delete from route_usage where ctid in (
        select ctid from route_usage where period = 'day' and start < ${before(keptMs.day)} limit ${batch})`,
    () => db.$executeRaw`
      delete from route_usage where ctid in (
        select ctid from route_usage u where not exists (
          select from stages where stages.api_id = u.api_id and stages.name = u.stage
        ) limit ${batch})`,
    () => db.$executeRaw`
      delete from usage_since where ctid in (
        select ctid from usage_since u where not exists (
          select from stages where stages.api_id = u.api_id and stages.name = u.stage
        ) limit ${batch})`,
  ]
  let total = 0
  for (const go of goes) {
    while (!signal?.aborted) {
      const deleted = await go()
      total += deleted
      if (deleted < batch) break
    }
  }
  return total
}
