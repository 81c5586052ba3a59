import { authorize } from '../../policies/authorize.ts'
import type { DeploymentView } from '../../presenters/deployment-view.ts'
import { presentDeployments } from '../../presenters/deployments.ts'
import { query } from '../define.ts'
import { listDeploymentsSchema } from './list.schema.ts'

/** The history, newest first. */
export const listDeployments = query({
  input: listDeploymentsSchema,
  async run({ core, actor }, input): Promise<readonly DeploymentView[]> {
    authorize(actor, 'read APIs')
    return presentDeployments(core.db, input)
  },
})
