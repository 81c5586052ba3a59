import { voteRequest as vote } from '../../commands/deploy-requests/vote-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { voteSchema } from './deploy-requests.schema.ts'

/** Approves the plan of a request, or asks for changes. */
export const voteDeployRequest = mutation({
  input: voteSchema,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'review deploy requests')
    await vote(commandOf(ctx), input)
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
