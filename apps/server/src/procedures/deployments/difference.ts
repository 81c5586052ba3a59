import { authorize } from '../../policies/authorize.ts'
import type { DifferenceView } from '../../presenters/content-view.ts'
import { presentDifference } from '../../presenters/contents.ts'
import { query } from '../define.ts'
import { twoDeploymentsSchema } from './compare.schema.ts'

/** What leads from one deployment to another, as records. */
export const getDeploymentDifference = query({
  input: twoDeploymentsSchema,
  async run({ core, actor }, input): Promise<DifferenceView> {
    authorize(actor, 'read APIs')
    return presentDifference(core, input)
  },
})
