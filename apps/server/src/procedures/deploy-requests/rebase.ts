import { rebaseRequest as rebase } from '../../commands/deploy-requests/rebase-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { plannedRequestSchema } from './deploy-requests.schema.ts'

/** Plans a request again, on the draft and on what is live now; votes begin anew. */
export const rebaseDeployRequest = mutation({
  input: plannedRequestSchema,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'deploy APIs')
    await rebase(commandOf(ctx), input)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
