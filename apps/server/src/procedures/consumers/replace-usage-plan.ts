import { putUsagePlan } from '../../consumers/usage-plans.ts'
import { authorize } from '../../policies/authorize.ts'
import type { UsagePlanView } from '../../presenters/usage-plan-view.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { replaceUsagePlanSchema } from './usage-plan.schema.ts'
import { wantedPlan } from './wanted-plan.ts'

/** Puts another plan in the place of one, at once. */
export const replaceUsagePlan = mutation({
  input: replaceUsagePlanSchema,
  async run(ctx, { id, plan }): Promise<UsagePlanView> {
    authorize(ctx.actor, 'change API keys and usage plans')
    return putUsagePlan(commandOf(ctx), id, wantedPlan(plan))
  },
})
