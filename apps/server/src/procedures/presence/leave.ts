import { authorize } from '../../policies/authorize.ts'
import { mutation } from '../define.ts'
import { leavePresenceSchema } from './leave.schema.ts'

/** Tells that this tab has closed the API. One that can't is forgotten when it has been silent. */
export const leavePresence = mutation({
  input: leavePresenceSchema,
  async run({ core, actor }, { slug, tab }): Promise<void> {
    authorize(actor, 'be seen in APIs')
    core.roster.left(slug, actor.id, tab)
  },
})
