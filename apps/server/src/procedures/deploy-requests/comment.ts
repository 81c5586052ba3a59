import { commentRequest as comment } from '../../commands/deploy-requests/comment-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { commentSchema } from './deploy-requests.schema.ts'

/** Says something about a request, about one of its changes or about a node. */
export const commentDeployRequest = mutation({
  input: commentSchema,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'review deploy requests')
    await comment(commandOf(ctx), input)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
