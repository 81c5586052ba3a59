import { authorize } from '../../policies/authorize.ts'
import type { RequestView } from '../../presenters/request-view.ts'
import { presentRequests } from '../../presenters/requests.ts'
import { query } from '../define.ts'
import { listRequestsSchema } from './list.schema.ts'

/** The latest requests, newest first. */
export const listRequests = query({
  input: listRequestsSchema,
  async run({ core, actor }, input): Promise<readonly RequestView[]> {
    authorize(actor, 'read the request log')
    return presentRequests(core.db, input)
  },
})
