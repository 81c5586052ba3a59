import type { Diagnostic } from '@penstock/model'
import { authorize } from '../../policies/authorize.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** What is wrong or doubtful about the draft: what every plan of it says, whatever stage it is for. */
export const getDraftChecks = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<readonly Diagnostic[]> {
    authorize(actor, 'read APIs')
    return core.planner.checks(await core.drafts.open(slug))
  },
})
