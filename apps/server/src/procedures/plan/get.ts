import { makeHeldPlan } from '../../commands/hold-plan.ts'
import { makePlan } from '../../commands/plan.ts'
import { authorize } from '../../policies/authorize.ts'
import type { PlanView } from '../../presenters/plan-view.ts'
import { query } from '../define.ts'
import { getPlanSchema } from './get.schema.ts'

/** What deploying the draft to the stage would change. The first stage of an API need not be there yet. */
export const getPlan = query({
  input: getPlanSchema,
  async run({ core, actor }, { hold, ...input }): Promise<PlanView> {
    authorize(actor, 'read APIs')
    return hold ? makeHeldPlan(core, input) : makePlan(core, input)
  },
})
