import { revertRequest } from '../../commands/deploy-requests/revert-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { acksPatienceMs } from '../deployments/once-served.ts'
import { ofRequest } from './deploy-requests.schema.ts'

/** Puts back what was live before a request was deployed; answers once the connected gateways serve it. */
export const revertDeployRequest = mutation({
  input: ofRequest,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'deploy APIs')
    const { stage } = await revertRequest(commandOf(ctx), input)
    await ctx.core.sync.waitForAcks(input.slug, stage, acksPatienceMs)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
