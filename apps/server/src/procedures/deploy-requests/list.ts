import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestSummary } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequests } from '../../presenters/deploy-requests.ts'
import { query } from '../define.ts'
import { listRequestsSchema } from './deploy-requests.schema.ts'

/** The deploy requests of an API, newest first. */
export const listDeployRequests = query({
  input: listRequestsSchema,
  async run({ core, actor }, input): Promise<readonly DeployRequestSummary[]> {
    authorize(actor, 'read APIs')
    return presentDeployRequests(core, input)
  },
})
