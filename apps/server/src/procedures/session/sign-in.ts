import { openSession } from '../../auth/sessions.ts'
import { checkPassword } from '../../auth/users.ts'
import type { SessionView } from '../../presenters/session-view.ts'
import { publicMutation } from '../define.ts'
import { signInSchema } from './sign-in.schema.ts'

export const signIn = publicMutation({
  input: signInSchema,
  async run({ core, shell, ip, session }, { email, password }): Promise<SessionView> {
    // By address against one guesser at many accounts, by account against many guessers at one.
    shell.attempts.take(`address ${ip}`)
    shell.attempts.take(`account ${email}`)
    const user = await checkPassword(core.db, email, password)
    shell.attempts.forget(`account ${email}`)
    const opened = await openSession(core, user.id)
    session.set(opened.token, opened.expiresAt)
    return { user, setupRequired: false }
  },
})
