import { discardCanary as discard } from '../../commands/canary/discard-canary.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { seenCanarySchema } from './canary.schema.ts'

/** All requests go to what the stage serves again. */
export const discardCanary = mutation({
  input: seenCanarySchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'deploy APIs')
    await discard(commandOf(ctx), input)
  },
})
