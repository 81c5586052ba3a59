import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { findApi, lockApi } from '../store/apis.ts'
import { transact } from '../store/executor.ts'
import { findHeldPlan, type HeldPlan, writeHeldPlan } from '../store/held-plans.ts'
import { findStage } from '../store/stages.ts'

export interface PlanNamed {
  readonly slug: string
  readonly stage: string
  readonly planHash: string
}

/** How many saves that leave the plan as it is may come between reading the draft and writing it down. */
const saves = 8

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

async function tryToHold(
  core: Holding,
  { slug, stage, planHash: hash }: PlanNamed,
): Promise<HeldPlan | null> {
  const { db, drafts, snapshots, planner, clock } = core
  const api = await findApi(db, slug)
  const held = await findHeldPlan(db, { apiId: api.id, stage, hash }, clock.now())
  if (held) return held
  for (let tries = 0; tries < saves; tries++) {
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
  return null
}
