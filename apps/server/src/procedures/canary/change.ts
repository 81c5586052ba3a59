import { changeCanary as change } from '../../commands/canary/change-canary.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { changeCanarySchema } from './canary.schema.ts'

/** How much of the traffic the canary gets, at once. */
export const changeCanary = mutation({
  input: changeCanarySchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'deploy APIs')
    await change(commandOf(ctx), input)
  },
})
