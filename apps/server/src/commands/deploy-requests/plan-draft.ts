import { AppError } from '@penstock/errors'
import type { ApiModel } from '@penstock/prisma'
import type { Plan } from '../../plan/plan.ts'
import { sharePlan } from '../../plan/share-plan.ts'
import { lockApi } from '../../store/apis.ts'
import { type AuditedTransaction, transactAudited } from '../../store/audit.ts'
import type { Draft } from '../../store/drafts.ts'
import { saidOf } from '../../store/said.ts'
import { findStage, type StageRow, stageToDeploy } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'

export interface DraftToPlan {
  readonly slug: string
  readonly stage: string
  readonly createStage?: boolean | undefined
  /** The plan that somebody looked at. Absent: whatever the plan is now. */
  readonly planHash?: string | undefined
}

/** What is written down of a plan. */
export interface KeptPlan {
  readonly snapshotRoot: string
  readonly planHash: string
  readonly baseId: string | null
}

/**
 * Plans the draft for a stage, runs its checks, keeps its content, and hands it to `write` while neither can move.
 * Throws what deploying it would: PLAN_STALE, PLAN_REFUSED, NOTHING_TO_DEPLOY, STAGE_NOT_FOUND.
 */
export async function planDraft<T>(
  context: CommandContext,
  input: DraftToPlan,
  write: (tx: AuditedTransaction, api: ApiModel, kept: KeptPlan) => Promise<T>,
): Promise<T> {
  const { db, drafts, planner, snapshots, sync } = context
  for (;;) {
    const draft = await drafts.open(input.slug)
    const api = { id: draft.apiId, slug: input.slug }
    const stage = await stageToDeploy(db, api, input.stage, input.createStage)
    const judged = { apiId: draft.apiId, stage: input.stage }
    const said = await saidOf(db, judged)
    const plan = await planner.plan(draft, input.stage, stage)
    check(plan, draft, stage, input.planHash)
    // Content that no bundle can be made of is not worth anybody's review.
    await sync.prepare(draft)
    const written = await transactAudited(context, async (tx) => {
      const api = await lockApi(tx, input.slug)
      const held = await findStage(tx, api.id, input.stage)
      const hasMoved =
        api.id !== draft.apiId ||
        api.draftVersion !== draft.version ||
        (held?.deploymentId ?? null) !== (stage?.deploymentId ?? null) ||
        (await saidOf(tx, judged)) !== said
      if (hasMoved) return null
      await snapshots.write(tx, draft.manifest, context.clock.now())
      const { root: snapshotRoot } = draft.manifest
      return {
        value: await write(tx, api, {
          snapshotRoot,
          planHash: plan.planHash,
          baseId: plan.base?.deployment ?? null,
        }),
      }
    })
    // The draft, the stage or what is said of them moved between planning and locking: plan again, which refuses if that makes a difference.
    if (!written) continue
    snapshots.remember(draft.manifest, draft.definition)
    return written.value
  }
}

function check(plan: Plan, draft: Draft, stage: StageRow | null, planHash: string | undefined) {
  if (planHash !== undefined && planHash !== plan.planHash)
    throw new AppError('PLAN_STALE', { details: { plan: sharePlan(plan) } })
  const errors = plan.checks.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    throw new AppError('PLAN_REFUSED', { params: { count: errors.length }, details: { checks: errors } })
  if (stage?.deployment && stage.deployment.snapshotRoot === draft.manifest.root) {
    const { id, version } = stage.deployment
    throw new AppError('NOTHING_TO_DEPLOY', { details: { deployment: id, version } })
  }
}
