import { authorize } from '../../policies/authorize.ts'
import type { UsagePlanView } from '../../presenters/usage-plan-view.ts'
import { presentUsagePlans } from '../../presenters/usage-plans.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

/** All usage plans. */
export const listUsagePlans = query({
  input: nothing,
  async run({ core, actor }): Promise<UsagePlanView[]> {
    authorize(actor, 'see API keys and usage plans')
    return presentUsagePlans(core.db)
  },
})
