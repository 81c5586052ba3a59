import type { VerdictOverride } from '@penstock/diff'
import { authorize } from '../../policies/authorize.ts'
import { findApi } from '../../store/apis.ts'
import { overridesOf } from '../../store/check-overrides.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** What people said that checks mean for an API. */
export const listOverrides = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<readonly VerdictOverride[]> {
    authorize(actor, 'read APIs')
    return overridesOf(core.db, (await findApi(core.db, slug)).id)
  },
})
