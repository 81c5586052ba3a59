import { makeHeldPlan } from '../../commands/hold-plan.ts'
import { makePlan } from '../../commands/plan.ts'
import { authorize } from '../../policies/authorize.ts'
import { type PlanAnswer, sharePlan } from '../../plan/share-plan.ts'
import { query } from '../define.ts'
import { getPlanSchema } from './get.schema.ts'

/** What deploying the draft to the stage would change. The first stage of an API need not be there yet. */
export const getPlan = query({
  input: getPlanSchema,
  async run({ core, actor }, { hold, ...input }): Promise<PlanAnswer> {
    authorize(actor, 'read APIs')
    return sharePlan(await (hold ? makeHeldPlan : makePlan)(core, input))
  },
})
