import { withdrawAcknowledgement } from '../../commands/withdraw-acknowledgement.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { withdrawSchema } from './withdraw.schema.ts'

/** Takes an acknowledgement back. */
export const withdraw = mutation({
  input: withdrawSchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'deploy APIs')
    await withdrawAcknowledgement(commandOf(ctx), input)
  },
})
