import type { ApiRecord } from '@penstock/model'
import { authorize } from '../../policies/authorize.ts'
import { presentRemoved } from '../../presenters/removed-records.ts'
import { query } from '../define.ts'
import { ofOwnStage } from '../names.ts'

/** Records that the stage serves and the draft has no more: what the review draws as ghosts. */
export const getPlanRemoved = query({
  input: ofOwnStage,
  async run({ core, actor }, input): Promise<ApiRecord[]> {
    authorize(actor, 'read APIs')
    return presentRemoved(core, input)
  },
})
