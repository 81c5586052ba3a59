import { authorize } from '../../policies/authorize.ts'
import { presentApi } from '../../presenters/apis.ts'
import type { ApiSummary } from '../../presenters/api-view.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

export const getApi = query({
  input: ofApi,
  async run(ctx, { slug }): Promise<ApiSummary> {
    authorize(ctx.actor, 'read APIs')
    return presentApi(ctx, slug)
  },
})
