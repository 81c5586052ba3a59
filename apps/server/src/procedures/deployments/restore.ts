import { authorize } from '../../policies/authorize.ts'
import type { RestoreView } from '../../presenters/content-view.ts'
import { presentRestore } from '../../presenters/contents.ts'
import type { ChangeView } from '../../presenters/plan-view.ts'
import { query } from '../define.ts'
import { ofDeployment } from './compare.schema.ts'

/** What would make the draft what a deployment was: judged, and as one change to be saved like any other. */
export const getRestore = query({
  input: ofDeployment,
  async run(
    { core, actor },
    input,
  ): Promise<{ readonly restore: RestoreView; readonly changes: readonly ChangeView[] }> {
    authorize(actor, 'read APIs')
    return presentRestore(core, input)
  },
})
