import { authorize } from '../../policies/authorize.ts'
import { countWaitingRequests } from '../../presenters/waiting-requests.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** How many deploy requests of an API wait for the approval of whoever asks. */
export const countWaitingDeployRequests = query({
  input: ofApi,
  async run({ core, actor }, input): Promise<number> {
    authorize(actor, 'read APIs')
    return countWaitingRequests(core, actor, input)
  },
})
