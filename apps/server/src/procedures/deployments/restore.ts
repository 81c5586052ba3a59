import type { SharedChanges } from '@penstock/diff'
import { authorize } from '../../policies/authorize.ts'
import type { RestoreView } from '../../presenters/content-view.ts'
import { presentRestore } from '../../presenters/contents.ts'
import { query } from '../define.ts'
import { ofDeployment } from './compare.schema.ts'

/** What would make the draft what a deployment was: judged, and as one change to be saved like any other. */
export const getRestore = query({
  input: ofDeployment,
  async run({ core, actor }, input): Promise<SharedChanges & { readonly restore: RestoreView }> {
    authorize(actor, 'read APIs')
    return presentRestore(core, input)
  },
})
