import { makePlan } from '../../commands/plan.ts'
import { authorize } from '../../policies/authorize.ts'
import type { PlanView } from '../../presenters/plan-view.ts'
import { query } from '../define.ts'
import { ofOwnStage } from '../names.ts'

/** What deploying the draft to the stage would change. The stage need not be there yet: a deployment makes it. */
export const getPlan = query({
  input: ofOwnStage,
  async run({ core, actor }, input): Promise<PlanView> {
    authorize(actor, 'read APIs')
    return makePlan(core, input)
  },
})
