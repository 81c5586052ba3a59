import type { GivenAcknowledgement } from '@penstock/diff'
import { AppError, toAppError } from '@penstock/errors'
import type { Client } from './client.ts'
import type { PlanAnswer } from './show-plan.ts'

/** A stage, what was asked of deploying to it, and who decides whether its plan is deployed. */
export interface PlannedDeployment {
  readonly api: string
  readonly stage: string
  readonly createStage: boolean
  readonly description: string | undefined
  /** The plan that was reviewed before; any other is refused. */
  readonly planHash: string | undefined
  readonly acknowledge: readonly GivenAcknowledgement[]
  /** Deploys it as the canary of the stage, with these settings. */
  readonly canarySettings?: { readonly percentTraffic: number } | undefined
  readonly accepts: (plan: PlanAnswer) => Promise<boolean>
}

/**
 * Deploys exactly the plan that it answers, when that is accepted; `answer` is null when it is not. A plan that moves
 * under it is asked for and judged once more. Throws PLAN_STALE when it moved again, or is not the one reviewed before.
 */
export async function deployPlan<T>(
  client: Client,
  { api, stage, createStage, description, planHash, acknowledge, canarySettings, accepts }: PlannedDeployment,
): Promise<{ plan: PlanAnswer; answer: T | null }> {
  const path = `/api/v1/apis/${encodeURIComponent(api)}/stages/${encodeURIComponent(stage)}`
  for (let isRetry = false; ; isRetry = true) {
    const plan = await client.json<PlanAnswer>('GET', `${path}/plan?createStage=${createStage}`)
    if (planHash !== undefined && plan.planHash !== planHash)
      throw new AppError('PLAN_STALE', { details: { plan } })
    if (!(await accepts(plan))) return { plan, answer: null }
    const body = {
      planHash: plan.planHash,
      description,
      createStage,
      source: 'cli',
      canarySettings,
      ...(acknowledge.length > 0 && { acknowledge }),
    }
    try {
      return { plan, answer: await client.json<T>('POST', `${path}/deployments`, body) }
    } catch (thrown) {
      if (isRetry || planHash !== undefined || toAppError(thrown).code !== 'PLAN_STALE') throw thrown
    }
  }
}
