import { tryRequest } from '../../commands/canary/try-request.ts'
import { deployRequest } from '../../commands/deploy-requests/deploy-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { wantedCanary } from '../canary/wanted-canary.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { acksPatienceMs } from '../deployments/once-served.ts'
import { deployPlannedRequestSchema } from './deploy-requests.schema.ts'

/**
 * Deploys exactly the plan of a request, or has a part of the requests get it, and answers once the connected gateways
 * serve it; or puts it next in line, while the last one can still be reverted.
 */
export const deployDeployRequest = mutation({
  input: deployPlannedRequestSchema,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'deploy APIs')
    const canary = wantedCanary(input.canarySettings)
    const made = canary
      ? await tryRequest(commandOf(ctx), { ...input, canary })
      : await deployRequest(commandOf(ctx), input)
    if (made) await ctx.core.sync.waitForAcks(input.slug, made.stage, acksPatienceMs)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
