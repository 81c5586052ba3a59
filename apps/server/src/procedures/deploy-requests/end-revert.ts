import { endRevert as end } from '../../commands/deploy-requests/end-revert.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { ofRequest } from './deploy-requests.schema.ts'

/** Keeps what was deployed, and lets the next request go. */
export const endRevertOfDeployRequest = mutation({
  input: ofRequest,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'deploy APIs')
    await end(commandOf(ctx), input)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
