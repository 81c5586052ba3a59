import { authorize } from '../../policies/authorize.ts'
import type { DeployRequestAnswer } from '../../presenters/deploy-request-view.ts'
import { presentDeployRequest } from '../../presenters/deploy-requests.ts'
import { query } from '../define.ts'
import { ofRequest } from './deploy-requests.schema.ts'

/** One deploy request with its plan, its votes and what was said. */
export const getDeployRequest = query({
  input: ofRequest,
  async run({ core, actor }, input): Promise<DeployRequestAnswer> {
    authorize(actor, 'read APIs')
    return presentDeployRequest(core, actor, input)
  },
})
