import { authorize } from '../../policies/authorize.ts'
import { presentStages } from '../../presenters/stages.ts'
import type { StageSummary } from '../../presenters/stage-view.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** The stage strip: every stage, and the preview last. */
export const listStages = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<readonly StageSummary[]> {
    authorize(actor, 'read APIs')
    return presentStages(core, slug)
  },
})
