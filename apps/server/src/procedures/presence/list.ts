import { authorize } from '../../policies/authorize.ts'
import type { Presence } from '../../presenters/live-view.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** Who has the API open now, tab by tab. */
export const listPresence = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<Presence[]> {
    authorize(actor, 'read APIs')
    return core.roster.of(slug)
  },
})
