import { setupRequired } from '../../auth/setup.ts'
import type { SessionView } from '../../presenters/session-view.ts'
import { presentSession } from '../../presenters/session.ts'
import { publicQuery } from '../define.ts'
import { nothing } from '../names.ts'
import { findUser } from '../../auth/users.ts'

/** Who the browser is signed in as, and whether somebody has to make the first account. */
export const getSession = publicQuery({
  input: nothing,
  async run({ core, actor }): Promise<SessionView> {
    const user = actor?.kind === 'user' ? await findUser(core.db, actor.id) : null
    return presentSession(user, user === null && (await setupRequired(core.db)))
  },
})
