import {
  acknowledgeChanges,
  type Change,
  type GivenAcknowledgement,
  unknownAcknowledgements,
} from '@penstock/diff'
import { AppError } from '@penstock/errors'
import type { DeploymentModel } from '@penstock/prisma'
import { people } from '../deploy-requests/tally.ts'
import type { Plan } from '../plan/plan.ts'
import { sharePlan } from '../plan/share-plan.ts'
import { lockApi } from '../store/apis.ts'
import type { CanarySettings } from '../store/canary.ts'
import type { Draft } from '../store/drafts.ts'
import { actorOf } from '../store/kept-actor.ts'
import { saidOf } from '../store/said.ts'
import { transactAudited } from '../store/audit.ts'
import { findStage, type StageRow, stageToDeploy } from '../store/stages.ts'
import { changeCanary } from './canary/change-canary.ts'
import { checkTryable } from './canary/check-tryable.ts'
import { refuseBesideCanary } from './canary/refuse-beside-canary.ts'
import type { CommandContext } from './context.ts'
import { checkStageName } from './create-stage.ts'
import { updateStage } from './update-stage.ts'
import { writeDeployment } from './write-deployment.ts'

export interface DeployInput {
  readonly slug: string
  readonly stage: string
  /** Makes a stage that is not there. Without it only the first stage of an API is made: any other may be mistyped. */
  readonly createStage?: boolean | undefined
  /** The plan that somebody looked at. Absent: whatever the plan is now. */
  readonly planHash?: string | undefined
  readonly description?: string | undefined
  /** What of the plan somebody takes upon themselves. */
  readonly acknowledge?: readonly GivenAcknowledgement[] | undefined
  /** Deploys it as the canary of the stage, in place of the one that is there, instead of what the stage serves. */
  readonly canary?: CanarySettings | undefined
  /** Settings to set in the same step. */
  readonly variables?: Readonly<Record<string, string>> | undefined
}

/**
 * Deploys the draft: snapshot, deployment, stage pointer and audit entry in one transaction, or none of them. Throws
 * STAGE_NOT_FOUND, APPROVAL_REQUIRED where the stage takes deploy requests only, PLAN_STALE with the new plan when the named one no longer holds, PLAN_REFUSED with the checks that failed, and
 * NOTHING_TO_DEPLOY with the live deployment when the stage serves exactly this already (its variables are set).
 * As a canary it throws CANARY_NEEDS_DEPLOYMENT where the stage serves nothing, INVALID_INPUT for a WebSocket API and
 * NOTHING_TO_DEPLOY where the canary has that content (its settings are set); and otherwise CANARY_PRESENT where a stage has one.
 * The gateways are told before it answers; `sync.waitForAcks` waits for them.
 */
export async function deploy(context: CommandContext, input: DeployInput): Promise<DeploymentModel> {
  const { db, drafts, planner, snapshots, live, sync } = context
  checkStageName(input.stage)
  for (;;) {
    const draft = await drafts.open(input.slug)
    const stage = await stageToDeploy(
      db,
      { id: draft.apiId, slug: input.slug },
      input.stage,
      input.createStage,
    )
    const judged = { apiId: draft.apiId, stage: input.stage }
    const said = await saidOf(db, judged)
    const plan = await planner.plan(draft, input.stage, stage)
    checkPlan(plan, input)
    const changes = acknowledged(context, plan, input)
    if (input.canary) checkTryable(draft.definition, input, stage)
    const served = input.canary ? stage?.canaryDeployment : stage?.deployment
    if (served?.snapshotRoot === draft.manifest.root) {
      await setSettings(context, input, served)
      throw new AppError('NOTHING_TO_DEPLOY', { details: { deployment: served.id, version: served.version } })
    }
    refuseGuarded(input.slug, stage)
    if (!input.canary) refuseBesideCanary(stage)
    // Before the transaction: content that no bundle can be made of is not deployed, and the gateways need not wait.
    await sync.prepare(draft)
    const deployment = await transactAudited(context, async (tx) => {
      const api = await lockApi(tx, input.slug)
      if (!(await stillHolds(tx, api, draft, input.stage, stage))) return null
      if ((await saidOf(tx, judged)) !== said) return null
      await snapshots.write(tx, draft.manifest, context.clock.now())
      return writeDeployment(tx, context, api, {
        stage: input.stage,
        kind: input.canary ? 'canary' : 'deploy',
        canary: input.canary,
        snapshotRoot: draft.manifest.root,
        planHash: plan.planHash,
        description: input.description ?? '',
        changes,
        variables: input.variables,
      })
    })
    // The draft, the stage or what is said of them moved between planning and locking: plan again, which refuses if that makes a difference.
    if (!deployment) continue
    snapshots.remember(draft.manifest, draft.definition)
    await sync.refresh(input.slug)
    live.publish({ type: 'deployment', slug: input.slug, stage: input.stage, deployment: deployment.id })
    live.publish({ type: 'stages', slug: input.slug })
    return deployment
  }
}

/** The settings that come with content that is there already. */
async function setSettings(
  context: CommandContext,
  { slug, stage, canary, variables }: DeployInput,
  { id: deploymentId }: DeploymentModel,
): Promise<void> {
  if (variables) await updateStage(context, { slug, stage, variables })
  if (canary)
    await changeCanary(context, { slug, stage, deploymentId, ...canary, sticky: canary.sticky ?? null })
}

function checkPlan(plan: Plan, { planHash }: DeployInput) {
  if (planHash !== undefined && planHash !== plan.planHash)
    throw new AppError('PLAN_STALE', { details: { plan: sharePlan(plan) } })
  const errors = plan.checks.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) {
    throw new AppError('PLAN_REFUSED', { params: { count: errors.length }, details: { checks: errors } })
  }
}

/** The changes of the plan with what the call acknowledges. Throws ACKNOWLEDGEMENT_UNKNOWN for what it names in vain. */
function acknowledged(
  { actor, clock }: CommandContext,
  { changes }: Plan,
  { acknowledge = [], stage }: DeployInput,
): readonly Change[] {
  const unknown = unknownAcknowledgements(changes, acknowledge)
  if (unknown.length > 0)
    throw new AppError('ACKNOWLEDGEMENT_UNKNOWN', { params: { names: unknown.join(', '), stage } })
  const at = clock.now().toISOString()
  return acknowledgeChanges(changes, acknowledge, { by: actor.name, actor: actorOf(actor), at })
}

/** What others have to approve is not deployed past them. */
function refuseGuarded(slug: string, stage: StageRow | null) {
  if (!stage || stage.requiredApprovals === 0) return
  throw new AppError('APPROVAL_REQUIRED', {
    params: { slug, stage: stage.name, people: people(stage.requiredApprovals) },
    details: { requiredApprovals: stage.requiredApprovals },
  })
}

/** Whether the locked API is what the plan was made of. */
async function stillHolds(
  tx: Parameters<typeof findStage>[0],
  api: { readonly id: string; readonly draftVersion: number },
  draft: Draft,
  name: string,
  planned: StageRow | null,
): Promise<boolean> {
  // Another API may have the slug by now, and its draft the same version.
  if (api.id !== draft.apiId || api.draftVersion !== draft.version) return false
  const stage = await findStage(tx, api.id, name)
  refuseGuarded(draft.slug, stage)
  return (
    (stage?.deploymentId ?? null) === (planned?.deploymentId ?? null) &&
    (stage?.canaryDeploymentId ?? null) === (planned?.canaryDeploymentId ?? null)
  )
}
