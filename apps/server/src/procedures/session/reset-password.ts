import { applyReset } from '../../auth/password-resets.ts'
import { openSession } from '../../auth/sessions.ts'
import type { SessionView } from '../../presenters/session-view.ts'
import { presentSession } from '../../presenters/session.ts'
import { publicMutation } from '../define.ts'
import { resetPasswordSchema } from './reset-password.schema.ts'

/** Sets a new password with the token of a reset link, and signs in with it. */
export const resetPassword = publicMutation({
  input: resetPasswordSchema,
  async run({ core, shell, ip, session }, input): Promise<SessionView> {
    shell.attempts.take(`reset ${ip}`, 20)
    const user = await applyReset(core, input)
    shell.identities.clear()
    const opened = await openSession(core, user.id)
    session.set(opened.token, opened.expiresAt)
    return presentSession(user)
  },
})
