import { putUsagePlan } from '../../consumers/usage-plans.ts'
import { authorize } from '../../policies/authorize.ts'
import type { UsagePlanView } from '../../presenters/usage-plan-view.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { usagePlanSchema } from './usage-plan.schema.ts'
import { wantedPlan } from './wanted-plan.ts'

/** Lets keys in to stages, at once. */
export const createUsagePlan = mutation({
  input: usagePlanSchema,
  async run(ctx, input): Promise<UsagePlanView> {
    authorize(ctx.actor, 'change API keys and usage plans')
    return putUsagePlan(commandOf(ctx), null, wantedPlan(input))
  },
})
