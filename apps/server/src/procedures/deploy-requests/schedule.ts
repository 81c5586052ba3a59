import { scheduleRequest as schedule } from '../../commands/deploy-requests/schedule-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { scheduleSchema } from './deploy-requests.schema.ts'

/** Has a request deployed at a time. */
export const scheduleDeployRequest = mutation({
  input: scheduleSchema,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'deploy APIs')
    await schedule(commandOf(ctx), { ...input, at: new Date(input.at) })
    return presentDeployRequest(ctx.core, ctx.actor, input)
  },
})
