import type { ApiModel, DeploymentModel } from '@penstock/prisma'
import { planOfRequest } from '../../deploy-requests/plan-of-request.ts'
import { getRequest, type RequestRow, revertible } from '../../deploy-requests/request-rows.ts'
import { requirePlan } from '../../deploy-requests/require-plan.ts'
import { inLine } from '../../deploy-requests/states.ts'
import type { Plan } from '../../plan/plan.ts'
import { findApi, lockApi } from '../../store/apis.ts'
import { audit, type AuditedTransaction, transactAudited } from '../../store/audit.ts'
import { saidOf } from '../../store/said.ts'
import { canaryOf, canaryVariables } from '../../store/canary.ts'
import { findStage, type StageRow } from '../../store/stages.ts'
import { type CanarySeen, requireCanary } from '../canary/get-canary.ts'
import { refuseBesideCanary } from '../canary/refuse-beside-canary.ts'
import type { CommandContext } from '../context.ts'
import { writeDeployment } from '../write-deployment.ts'
import { checkDeployable } from './check-deployable.ts'
import type { RequestNamed } from './change-request.ts'
import { authorText } from './open-request.ts'

export interface DeployRequestInput extends RequestNamed {
  /** The plan that somebody looks at. Absent: whatever it is now. */
  readonly planHash?: string | undefined
  /** The canary that is promoted by it, as somebody saw it: it must be there still. */
  readonly canary?: CanarySeen | undefined
  /** Why, for the history; absent: the title of the request. */
  readonly description?: string | undefined
  /** The scheduler asks: a request that has left the queue meanwhile is left alone. */
  readonly isDue?: boolean
}

/** How long one click takes a deployed request back. */
export const revertWindowMs = 30 * 60 * 1000

/**
 * Deploys exactly the plan of a request, whatever became of the draft. Null: it did not come to that, because the
 * stage's last request can still be reverted; this one is next in line and follows when that is over. Where it is what
 * the stage's canary serves it is promoted, with the canary's variables. Exactly once, however many servers try: the API is locked, and a request that is deployed is not deployed again.
 */
export async function deployRequest(
  context: CommandContext,
  input: DeployRequestInput,
): Promise<DeploymentModel | null> {
  const { db, live, sync } = context
  const { slug, number } = input
  for (;;) {
    const planned = await getRequest(db, await findApi(db, slug), number)
    const said = await saidOf(db, planned)
    const { plan } = await planOfRequest(context, planned)
    requirePlan(planned, input.planHash)
    await sync.prepareSnapshot(planned.snapshotRoot)
    const done = await transactAudited(context, async (tx) => {
      const api = await lockApi(tx, slug)
      const request = await getRequest(tx, api, number)
      if (request.id !== planned.id || request.round !== planned.round) return 'moved'
      if ((await saidOf(tx, planned)) !== said) return 'moved'
      if (input.isDue && !isDue(request, context.clock.now())) return null
      return deployHeld(tx, context, { api, request, plan, input })
    })
    // It was planned again between reading and locking, or is judged otherwise.
    if (done === 'moved') continue
    if (done) {
      await sync.refresh(slug)
      live.publish({ type: 'deployment', slug, stage: planned.stage, deployment: done.id })
      live.publish({ type: 'stages', slug })
    }
    live.publish({ type: 'deploy-request', slug, number })
    return done
  }
}

function isDue({ state, scheduledAt }: RequestRow, now: Date): boolean {
  return inLine.includes(state) && (state !== 'scheduled' || (scheduledAt !== null && scheduledAt <= now))
}

interface Held {
  readonly api: ApiModel
  readonly request: RequestRow
  readonly plan: Plan
  readonly input: DeployRequestInput
}

async function deployHeld(
  tx: AuditedTransaction,
  context: CommandContext,
  { api, request, plan, input }: Held,
): Promise<DeploymentModel | null> {
  const now = context.clock.now()
  const { id, number, title } = request
  const stage = await findStage(tx, api.id, request.stage)
  if (input.canary) requireCanary(stage, input.canary)
  await checkDeployable(tx, request, plan, stage)
  const tried = triedOf(request, stage)
  if (!tried) refuseBesideCanary(stage)
  if (await revertible(tx, stage, now)) {
    if (request.state === 'queued') return null
    const data = {
      state: 'queued',
      scheduledAt: null,
      deployer: authorText(context.actor),
      note: '',
      updatedAt: now,
    }
    await tx.deployRequest.update({ where: { id }, data })
    const told = { request: number, stage: request.stage, title }
    await audit(tx, now, context.actor, { api, action: 'schedule-request', data: told })
    return null
  }
  const deployment = await writeDeployment(tx, context, api, {
    stage: request.stage,
    kind: tried ? 'promote' : 'deploy',
    endsCanary: tried !== null,
    variables: tried?.variables,
    snapshotRoot: request.snapshotRoot,
    planHash: request.planHash,
    description: input.description ?? title,
    changes: plan.changes,
    requestNumber: number,
  })
  await tx.deployRequest.update({
    where: { id },
    data: {
      state: 'deployed',
      deploymentId: deployment.id,
      // There is nothing to go back to where nothing was live before.
      revertUntil: request.baseId === null ? null : new Date(now.getTime() + revertWindowMs),
      scheduledAt: null,
      deployer: authorText(context.actor),
      note: '',
      updatedAt: now,
    },
  })
  return deployment
}

/** The canary of a stage where it is what this request deploys. */
function triedOf(
  { number, snapshotRoot }: RequestRow,
  stage: StageRow | null,
): { readonly variables: Readonly<Record<string, string>> } | null {
  const canary = stage && canaryOf(stage)
  if (canary?.deployment.requestNumber !== number || canary.deployment.snapshotRoot !== snapshotRoot)
    return null
  return { variables: canaryVariables(stage!, canary) }
}
