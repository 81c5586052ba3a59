import { AppError } from '@penstock/errors'
import type { DeploymentModel } from '@penstock/prisma'
import { planOfRequest } from '../../deploy-requests/plan-of-request.ts'
import { getRequest, revertible } from '../../deploy-requests/request-rows.ts'
import { requirePlan } from '../../deploy-requests/require-plan.ts'
import { findApi, lockApi } from '../../store/apis.ts'
import { transactAudited } from '../../store/audit.ts'
import type { CanarySettings } from '../../store/canary.ts'
import { saidOf } from '../../store/said.ts'
import { findStage } from '../../store/stages.ts'
import type { CommandContext } from '../context.ts'
import type { RequestNamed } from '../deploy-requests/change-request.ts'
import { checkDeployable } from '../deploy-requests/check-deployable.ts'
import { writeDeployment } from '../write-deployment.ts'
import { checkTryable } from './check-tryable.ts'

export interface TryRequestInput extends RequestNamed {
  readonly canary: CanarySettings
  /** The plan that somebody looks at. Absent: whatever it is now. */
  readonly planHash?: string | undefined
}

/**
 * Deploys exactly the plan of a request as the canary of its stage, in place of the one that is there. It stays the
 * request that it was: deploying it promotes the canary. Throws what deploying it throws, what `checkTryable` throws, and
 * DEPLOY_REQUEST_STATE while the stage's last request can still be reverted: that would take away what this is beside.
 */
export async function tryRequest(context: CommandContext, input: TryRequestInput): Promise<DeploymentModel> {
  const { clock, db, live, sync } = context
  const { slug, number, canary } = input
  for (;;) {
    const planned = await getRequest(db, await findApi(db, slug), number)
    const said = await saidOf(db, planned)
    const { content, plan } = await planOfRequest(context, planned)
    requirePlan(planned, input.planHash)
    await sync.prepareSnapshot(planned.snapshotRoot)
    const made = await transactAudited(context, async (tx) => {
      const api = await lockApi(tx, slug)
      const request = await getRequest(tx, api, number)
      if (request.id !== planned.id || request.round !== planned.round) return null
      if ((await saidOf(tx, planned)) !== said) return null
      const { snapshotRoot, planHash, title } = request
      const stage = await findStage(tx, api.id, request.stage)
      await checkDeployable(tx, request, plan, stage)
      checkTryable(content.definition, { slug, stage: request.stage }, stage)
      const last = await revertible(tx, stage, clock.now())
      if (last)
        throw new AppError('DEPLOY_REQUEST_STATE', {
          params: {
            number: last.number,
            state: 'deployed and can still be reverted',
            action: 'revert it, or keep what it deployed, before another is tried beside it',
          },
        })
      return writeDeployment(tx, context, api, {
        stage: request.stage,
        kind: 'canary',
        canary,
        snapshotRoot,
        planHash,
        description: title,
        changes: plan.changes,
        requestNumber: number,
      })
    })
    // It was planned again between reading and locking, or is judged otherwise.
    if (!made) continue
    await sync.refresh(slug)
    live.publish({ type: 'deployment', slug, stage: made.stage, deployment: made.id })
    live.publish({ type: 'stages', slug })
    live.publish({ type: 'deploy-request', slug, number })
    return made
  }
}
