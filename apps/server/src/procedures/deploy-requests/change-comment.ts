import { changeComment as change } from '../../commands/deploy-requests/change-comment.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { changeCommentSchema } from './deploy-requests.schema.ts'

/** Rewords a comment of one's own; resolves or reopens the thread of any. */
export const changeDeployRequestComment = mutation({
  input: changeCommentSchema,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'review deploy requests')
    await change(commandOf(ctx), input)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
