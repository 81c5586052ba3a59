import type { PrismaClient } from '@penstock/prisma'
import { createBundleFiles } from './bundle-files.ts'

/** A gateway may still be about to fetch what a draft was compiled to before its last edits. */
const restMs = 24 * 60 * 60 * 1000

/** Deletes bundles of content that is gone, a day after they were made: they can be made again at any time. */
export async function collectBundles(db: PrismaClient, dataDir: string, now: Date): Promise<number> {
  const before = new Date(now.getTime() - restMs)
  const wanted = await db.$queryRaw<{ hash: string }[]>`
    select distinct hash from bundles
    where root in (select root from snapshots) or root in (select draft_root from apis)`
  const hashes = new Set(wanted.map(({ hash }) => hash))
  const removed = await createBundleFiles(dataDir).sweep(before, (hash) => hashes.has(hash))
  await db.$executeRaw`
    delete from bundles
    where root not in (select root from snapshots) and root not in (select draft_root from apis)`
  return removed
}
