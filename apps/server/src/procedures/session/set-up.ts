import { createFirstAdministrator } from '../../auth/setup.ts'
import { openSession } from '../../auth/sessions.ts'
import type { SessionView } from '../../presenters/session-view.ts'
import { presentSession } from '../../presenters/session.ts'
import { publicMutation } from '../define.ts'
import { setUpSchema } from './set-up.schema.ts'

/** Makes the first administrator with the token of the one-time link, and signs them in. */
export const setUp = publicMutation({
  input: setUpSchema,
  async run({ core, shell, ip, session }, input): Promise<SessionView> {
    shell.attempts.take(`setup ${ip}`, 20)
    const user = await createFirstAdministrator(core, input)
    const opened = await openSession(core, user.id)
    session.set(opened.token, opened.expiresAt)
    return presentSession(user)
  },
})
