import type { HeldPlanModel, PrismaClient } from '@penstock/prisma'
import type { Executor } from './executor.ts'

export type HeldPlan = Pick<HeldPlanModel, 'apiId' | 'stage' | 'snapshotRoot' | 'baseId'>

/** How long a plan is held after it was asked for last. Whoever reads it asks again within that. */
const heldMs = 24 * 60 * 60 * 1000
/** A plan is not written to each time that somebody looks at one more record of it. */
const touchMs = 5 * 60 * 1000
/** Plans of a stage that are held at most, beside those that somebody may be reading this moment. */
const keptMax = 50
/** Longer than between two writes that somebody reads it. */
const readingMs = 3 * touchMs

/** The plan of an API by its hash, where it is held: of a deploy request, or read by somebody lately. */
export async function findHeldPlan(
  db: PrismaClient,
  { apiId, stage, hash }: { readonly apiId: string; readonly stage: string; readonly hash: string },
  now: Date,
): Promise<HeldPlan | null> {
  const requested = await db.deployRequest.findFirst({ where: { apiId, stage, planHash: hash } })
  if (requested) return requested
  const held = await db.heldPlan.findFirst({ where: { apiId, stage, hash } })
  if (!held || now.getTime() - held.askedAt.getTime() < touchMs) return held
  // Collected meanwhile, it is there no more.
  const touched = await db.heldPlan.updateMany({ where: { hash }, data: { askedAt: now } })
  return touched.count > 0 ? held : null
}

/**
 * Holds a plan from now on, and lets go of those of its stage that are too many. The snapshot that it leads to was written in the same transaction.
 */
export async function writeHeldPlan(
  tx: Executor,
  { hash, ...plan }: HeldPlan & { readonly hash: string },
  now: Date,
): Promise<void> {
  const data = { ...plan, askedAt: now }
  await tx.heldPlan.upsert({ where: { hash }, create: { hash, ...data }, update: data })
  const { apiId, stage } = plan
  const surplus = await tx.heldPlan.findMany({
    where: { apiId, stage },
    orderBy: { askedAt: 'desc' },
    skip: keptMax,
    select: { hash: true },
  })
  if (surplus.length === 0) return
  await tx.heldPlan.deleteMany({
    where: {
      hash: { in: surplus.map((held) => held.hash) },
      askedAt: { lt: new Date(now.getTime() - readingMs) },
    },
  })
}

/** Lets go of plans that nobody reads any more; what they alone named is collected with the other content. */
export async function releasePlans(db: PrismaClient, now: Date): Promise<number> {
  const { count } = await db.heldPlan.deleteMany({
    where: { askedAt: { lt: new Date(now.getTime() - heldMs) } },
  })
  return count
}
