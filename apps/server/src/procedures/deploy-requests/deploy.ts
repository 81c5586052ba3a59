import { deployRequest } from '../../commands/deploy-requests/deploy-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { acksPatienceMs } from '../deployments/once-served.ts'
import { plannedRequestSchema } from './deploy-requests.schema.ts'

/**
 * Deploys exactly the plan of a request and answers once the connected gateways serve it; or puts it next in line,
 * while the last one can still be reverted.
 */
export const deployDeployRequest = mutation({
  input: plannedRequestSchema,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'deploy APIs')
    const made = await deployRequest(commandOf(ctx), input)
    if (made) await ctx.core.sync.waitForAcks(input.slug, made.stage, acksPatienceMs)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
