import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import type { Plan } from '../plan/plan.ts'
import { findApi, lockApi } from '../store/apis.ts'
import type { Draft } from '../store/drafts.ts'
import { transact } from '../store/executor.ts'
import { findHeldPlan, type HeldPlan, writeHeldPlan } from '../store/held-plans.ts'
import { restoreRecords } from '../store/restore-records.ts'
import { findStage, type StageRow, stageToDeploy } from '../store/stages.ts'
import type { PlanInput } from './plan.ts'

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
export async function holdPlan(core: Holding, { slug, stage, planHash: hash }: PlanNamed): Promise<HeldPlan> {
  const { db, drafts, planner, clock } = core
  const api = await findApi(db, slug)
  const held = await findHeldPlan(db, { apiId: api.id, stage, hash }, clock.now())
  if (held) return held
  const draft = await drafts.open(slug)
  const row = await findStage(db, draft.apiId, stage)
  const open = async () => draft.definition
  const { planHash } = await planner.judge({ apiId: draft.apiId, manifest: draft.manifest, open }, stage, row)
  if (planHash !== hash) throw new AppError('PLAN_GONE')
  return write(core, slug, draft, { hash, stage, row })
}

/**
 * The plan of the draft as it is now, held before it is told: whoever reads it can ask for all of it, also where others
 * save faster than plans are made. Throws STAGE_NOT_FOUND.
 */
export async function makeHeldPlan(core: Holding, { slug, stage, createStage }: PlanInput): Promise<Plan> {
  const { db, drafts, planner } = core
  const draft = await drafts.open(slug)
  const row = await stageToDeploy(db, { id: draft.apiId, slug }, stage, createStage)
  const plan = await planner.plan(draft, stage, row)
  await write(core, slug, draft, { hash: plan.planHash, stage, row })
  return plan
}

/** Writes down what a plan leads to, whether the draft has moved since or not. */
async function write(
  { db, snapshots, clock }: Holding,
  slug: string,
  { apiId, manifest, definition, version }: Draft,
  { hash, stage, row }: { readonly hash: string; readonly stage: string; readonly row: StageRow | null },
): Promise<HeldPlan> {
  const plan = { apiId, stage, snapshotRoot: manifest.root, baseId: row?.deploymentId ?? null }
  await transact(db, async (tx) => {
    const api = await lockApi(tx, slug)
    // Removed meanwhile, with another in its place: of the plan nothing is left.
    if (api.id !== apiId) throw new AppError('PLAN_GONE')
    await snapshots.write(tx, manifest, clock.now())
    // What the draft has is there; what it had may have been collected.
    if (api.draftVersion !== version) await restoreRecords(tx, manifest, definition)
    await writeHeldPlan(tx, { hash, ...plan }, clock.now())
  })
  snapshots.remember(manifest, definition)
  return plan
}
