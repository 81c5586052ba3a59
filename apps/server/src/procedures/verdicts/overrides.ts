import { checkList } from '@penstock/diff'
import { authorize } from '../../policies/authorize.ts'
import type { OverrideItem } from '../../presenters/verdict-views.ts'
import { findApi } from '../../store/apis.ts'
import { overridesOf } from '../../store/check-overrides.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

const checks = new Map(checkList.map((check) => [check.id, check]))

/** What people said that checks mean for an API, beside what these mean by themselves. */
export const listOverrides = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<readonly OverrideItem[]> {
    authorize(actor, 'read APIs')
    const said = await overridesOf(core.db, (await findApi(core.db, slug)).id)
    return said.map((override) => {
      const check = checks.get(override.check)
      return { ...override, from: check?.level ?? null, finds: check?.finds ?? null }
    })
  },
})
