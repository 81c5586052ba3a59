import { authorize } from '../../policies/authorize.ts'
import { presentStages } from '../../presenters/stages.ts'
import type { StageSummary } from '../../presenters/stage-view.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** The stage strip: every stage, and the preview last. */
export const listStages = query({
  input: ofApi,
  async run(ctx, { slug }): Promise<readonly StageSummary[]> {
    authorize(ctx.actor, 'read APIs')
    return presentStages(ctx, slug)
  },
})
