import { closeSession } from '../../auth/sessions.ts'
import { mutation } from '../define.ts'
import { nothing } from '../names.ts'

export const signOut = mutation({
  input: nothing,
  async run({ core, shell, session }): Promise<void> {
    if (session.token !== undefined) await closeSession(core.db, session.token)
    session.clear()
    shell.identities.clear()
  },
})
