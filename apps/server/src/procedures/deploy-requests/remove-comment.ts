import { removeComment as remove } from '../../commands/deploy-requests/remove-comment.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { ofComment } from './deploy-requests.schema.ts'

/** Deletes a comment of one's own. */
export const removeDeployRequestComment = mutation({
  input: ofComment,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'review deploy requests')
    await remove(commandOf(ctx), input)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
