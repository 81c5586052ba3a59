import { makePlan } from '../../commands/plan.ts'

import { authorize } from '../../policies/authorize.ts'
import type { PlanView } from '../../presenters/plan-view.ts'
import { commandOf } from '../context.ts'
import { query } from '../define.ts'
import { ofOwnStage } from '../names.ts'

/** What deploying the draft to the stage would change. */
export const getPlan = query({
  input: ofOwnStage,
  async run(ctx, input): Promise<PlanView> {
    authorize(ctx.actor, 'read APIs')
    return makePlan(commandOf(ctx), input)
  },
})
