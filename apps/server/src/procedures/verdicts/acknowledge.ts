import { acknowledgeChange } from '../../commands/acknowledge-change.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { acknowledgeSchema } from './acknowledge.schema.ts'

/** Takes a staged change upon oneself, with a reason that stays with the deployment. */
export const acknowledge = mutation({
  input: acknowledgeSchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'deploy APIs')
    await acknowledgeChange(commandOf(ctx), input)
  },
})
