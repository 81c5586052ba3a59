import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { findApi, lockApi } from '../store/apis.ts'
import { transact } from '../store/executor.ts'
import { findHeldPlan, type HeldPlan, writeHeldPlan } from '../store/held-plans.ts'
import { findStage } from '../store/stages.ts'
import type { Plan } from '../plan/plan.ts'
import { makePlan, type PlanInput } from './plan.ts'

export interface PlanNamed {
  readonly slug: string
  readonly stage: string
  readonly planHash: string
}

type Holding = Pick<Core, 'db' | 'drafts' | 'snapshots' | 'planner' | 'clock'>

/**
 * The two sides of a plan that somebody reads, held from the first time on: they stay what they were, however far the
 * draft and the stage move. Throws PLAN_GONE for one that moved before anybody asked, or that nobody read for a day.
 */
export async function holdPlan(core: Holding, named: PlanNamed): Promise<HeldPlan> {
  const held = await tryToHold(core, named)
  if (!held) throw new AppError('PLAN_GONE')
  return held
}

/** The plan as it is now, held before anybody reads it. Throws STAGE_NOT_FOUND. */
export async function makeHeldPlan(core: Holding, input: PlanInput): Promise<Plan> {
  for (;;) {
    const plan = await makePlan(core, input)
    const { slug, stage } = input
    // One that moved meanwhile is not what somebody begins to read.
    if (await tryToHold(core, { slug, stage, planHash: plan.planHash })) return plan
  }
}

async function tryToHold(
  core: Holding,
  { slug, stage, planHash: hash }: PlanNamed,
): Promise<HeldPlan | null> {
  const { db, drafts, snapshots, planner, clock } = core
  const api = await findApi(db, slug)
  const held = await findHeldPlan(db, { apiId: api.id, stage, hash }, clock.now())
  if (held) return held
  for (;;) {
    const { apiId, manifest, definition, version } = await drafts.open(slug)
    const row = await findStage(db, apiId, stage)
    const open = async () => definition
    const { planHash } = await planner.judge({ apiId, manifest, open }, stage, row)
    if (planHash !== hash) return null
    const plan = { apiId, stage, snapshotRoot: manifest.root, baseId: row?.deploymentId ?? null }
    const isWritten = await transact(db, async (tx) => {
      const locked = await lockApi(tx, slug)
      // Only what the draft has is sure to be there still.
      if (locked.id !== apiId || locked.draftVersion !== version) return false
      await snapshots.write(tx, manifest, clock.now())
      await writeHeldPlan(tx, { hash, ...plan }, clock.now())
      return true
    })
    if (!isWritten) continue
    snapshots.remember(manifest, definition)
    return plan
  }
}
