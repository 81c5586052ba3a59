import { authorize } from '../../policies/authorize.ts'
import { presentApis } from '../../presenters/apis.ts'
import type { ApiSummary } from '../../presenters/api-view.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

export const listApis = query({
  input: nothing,
  async run(ctx): Promise<readonly ApiSummary[]> {
    authorize(ctx.actor, 'read APIs')
    return presentApis(ctx)
  },
})
