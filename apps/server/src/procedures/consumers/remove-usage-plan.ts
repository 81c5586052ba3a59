import { removeUsagePlan as remove } from '../../consumers/usage-plans.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { ofUsagePlan } from './usage-plan.schema.ts'

/** Its keys are let in no more, at once. */
export const removeUsagePlan = mutation({
  input: ofUsagePlan,
  async run(ctx, { id }): Promise<void> {
    authorize(ctx.actor, 'change API keys and usage plans')
    await remove(commandOf(ctx), id)
  },
})
