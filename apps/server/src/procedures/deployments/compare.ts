import { type SharedChanges, shareRoutes } from '@penstock/diff'
import { compareDeployments as compare } from '../../plan/compare-deployments.ts'
import { authorize } from '../../policies/authorize.ts'
import { query } from '../define.ts'
import { compareSchema } from './compare.schema.ts'

/** What changed from one deployment to another, judged like a plan. */
export const compareDeployments = query({
  input: compareSchema,
  async run({ core, actor }, input): Promise<SharedChanges> {
    authorize(actor, 'read APIs')
    return shareRoutes(await compare(core, input))
  },
})
