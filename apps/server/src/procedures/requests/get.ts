import { z } from 'zod'
import { authorize } from '../../policies/authorize.ts'
import type { RequestDetailView } from '../../presenters/request-view.ts'
import { presentRequest } from '../../presenters/requests.ts'
import { query } from '../define.ts'

/** What happened to one request, by the id that its client saw. */
export const getRequest = query({
  input: z.object({ id: z.string().min(1).max(200) }),
  async run({ core, actor }, { id }): Promise<RequestDetailView> {
    authorize(actor, 'read the request log')
    return presentRequest(core.db, id)
  },
})
