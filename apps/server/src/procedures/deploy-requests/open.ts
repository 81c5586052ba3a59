import { openRequest } from '../../commands/deploy-requests/open-request.ts'
import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { openRequestSchema } from './deploy-requests.schema.ts'

/** Asks that the draft, as it is now, is deployed to a stage. */
export const openDeployRequest = mutation({
  input: openRequestSchema,
  async run(ctx, input): Promise<DeployRequestAnswer> {
    authorize(ctx.actor, 'deploy APIs')
    const number = await openRequest(commandOf(ctx), input)
    return presentDeployRequest(ctx.core, ctx.actor, { slug: input.slug, number })
  },
})
