import type { CommandContext } from '../commands/context.ts'
import type { Executor } from '../store/executor.ts'

export interface TouchedStage {
  readonly slug: string
  readonly stage: string
  /** Whether gateways serve anything there. */
  readonly isDeployed: boolean
}

/**
 * Lets one change of who is let in go on at a time, for the rest of its transaction: two plans that overlap would not see
 * each other otherwise, and stages that two changes mark in different orders would wait for each other.
 */
export async function lockPlans(tx: Executor): Promise<void> {
  await tx.$executeRaw`lock table usage_plans in share row exclusive mode`
}

/** How long a change waits for the gateways to know of it; they follow all the same. */
const ackMs = 5_000

/**
 * Marks stages as changed, in the transaction that changes who is let in to them, and tells the other servers. Answers
 * them, for `refreshStages`.
 */
export async function touchStages(
  { sync, clock }: CommandContext,
  tx: Executor,
  stageIds: readonly string[],
): Promise<TouchedStage[]> {
  const where = { id: { in: [...stageIds] } }
  await tx.stage.updateMany({ where, data: { updatedAt: clock.now() } })
  const stages = await tx.stage.findMany({ where, include: { api: true } })
  const touched = stages.map(({ name, api, deploymentId }) => ({
    slug: api.slug,
    stage: name,
    isDeployed: deploymentId !== null,
  }))
  for (const slug of slugsOf(touched)) await sync.announce(tx, slug)
  return touched
}

/**
 * After the commit: what gateways should serve follows the database. Answers once the connected ones do: a key that was
 * taken away lets nobody in any more.
 */
export async function refreshStages(
  { sync, live }: CommandContext,
  touched: readonly TouchedStage[],
): Promise<void> {
  for (const slug of slugsOf(touched)) {
    await sync.refresh(slug)
    live.publish({ type: 'stages', slug })
  }
  const served = touched.filter(({ isDeployed }) => isDeployed)
  await Promise.all(served.map(({ slug, stage }) => sync.waitForAcks(slug, stage, ackMs)))
}

function slugsOf(stages: readonly TouchedStage[]): string[] {
  return [...new Set(stages.map(({ slug }) => slug))].sort()
}
