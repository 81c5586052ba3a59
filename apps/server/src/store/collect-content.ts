import { databaseError, type PrismaClient } from '@penstock/prisma'
import { unnamedContent } from './unnamed-content.ts'

/** How many of each kind of content were deleted. */
export interface Collected {
  readonly snapshots: number
  readonly buckets: number
  readonly bodies: number
}

/** Rows that are deleted at most in one go: everybody who saves waits for it. */
const batch = 5000

/**
 * How long saves wait for one go at most. Looking for what nothing names goes through all names of all snapshots: with
 * ten APIs of 23,600 records and fifty held plans on each of six stages (3,000 snapshots) a go of a whole batch took 6 s on the
 * embedded database and 2 s on PostgreSQL, both cores busy. One that needs ten times that is given up, and nothing is lost.
 */
const goMs = 60_000

/**
 * Deletes content that no draft, no deployment of the history, no deploy request and no plan that somebody reads names:
 * what edits replaced, and what a removed API left behind. Every transaction that writes content holds its tables until it names what it wrote (deploy: snapshot,
 * then deployment; save: bodies, then draft rows), so while this one has the tables to itself, what nothing names is
 * needed by nobody. Bodies that an import stored before its transaction are written again by that transaction.
 * Stops between two goes when it is told to.
 */
export async function collectContent(db: PrismaClient, signal?: AbortSignal): Promise<Collected> {
  const total = { snapshots: 0, buckets: 0, bodies: 0 }
  while (!signal?.aborted) {
    const { snapshots, buckets, bodies } = await collectBatch(db)
    total.snapshots += snapshots
    total.buckets += buckets
    total.bodies += bodies
    if (Math.max(snapshots, buckets, bodies) < batch) break
  }
  return total
}

async function collectBatch(db: PrismaClient): Promise<Collected> {
  try {
    return await db.$transaction(
      async (tx) => {
        // Who waits for the tables holds up everybody behind: rather another time.
        await tx.$executeRaw`set local lock_timeout = '2s'`
        // In the order in which a deployment writes them.
        await tx.$executeRaw`lock table manifest_buckets, snapshots, record_bodies in share row exclusive mode`
        const snapshots = await tx.$executeRaw`
          delete from snapshots where root in (${unnamedContent.snapshots(batch)})`
        const buckets = await tx.$executeRaw`
          delete from manifest_buckets where hash in (${unnamedContent.buckets(batch)})`
        const bodies = await tx.$executeRaw`
          delete from record_bodies where hash in (${unnamedContent.bodies(batch)})`
        return { snapshots, buckets, bodies }
      },
      { timeout: goMs, maxWait: 10_000 },
    )
  } catch (error) {
    throw databaseError(error)
  }
}
