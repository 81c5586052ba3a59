import { unscheduleRequest as unschedule } from '../../commands/deploy-requests/unschedule-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { ofRequest } from './deploy-requests.schema.ts'

/** Takes a request out of the queue; it is open again. */
export const unscheduleDeployRequest = mutation({
  input: ofRequest,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'deploy APIs')
    await unschedule(commandOf(ctx), input)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
