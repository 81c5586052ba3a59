import type { ChangeView } from '../../presenters/plan-view.ts'
import { compareDeployments as compare } from '../../plan/compare-deployments.ts'
import { authorize } from '../../policies/authorize.ts'
import { query } from '../define.ts'
import { compareSchema } from './compare.schema.ts'

/** What changed from one deployment to another, judged like a plan. */
export const compareDeployments = query({
  input: compareSchema,
  async run({ core, actor }, input): Promise<{ changes: readonly ChangeView[] }> {
    authorize(actor, 'read APIs')
    return { changes: await compare(core, input) }
  },
})
