import { acknowledgeChanges } from '../../commands/acknowledge-changes.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { acknowledgeSchema } from './acknowledge.schema.ts'

/** Takes staged changes upon oneself, with a reason that stays with the deployment. */
export const acknowledge = mutation({
  input: acknowledgeSchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'deploy APIs')
    await acknowledgeChanges(commandOf(ctx), input)
  },
})
