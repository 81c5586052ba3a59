import { openSession } from '../../auth/sessions.ts'
import { checkPassword } from '../../auth/users.ts'
import type { SessionView } from '../../presenters/session-view.ts'
import { presentSession } from '../../presenters/session.ts'
import { publicMutation } from '../define.ts'
import { signInSchema } from './sign-in.schema.ts'

export const signIn = publicMutation({
  input: signInSchema,
  async run({ core, shell, ip, session }, { email, password }): Promise<SessionView> {
    // By address against one guesser at many accounts, by account against many guessers at one.
    const [byAddress, byAccount] = [`address ${ip}`, `account ${email}`]
    shell.attempts.take(byAddress, 50)
    shell.attempts.take(byAccount, 10)
    const user = await checkPassword(core.db, email, password)
    shell.attempts.refund(byAddress)
    shell.attempts.refund(byAccount)
    const opened = await openSession(core, user.id)
    session.set(opened.token, opened.expiresAt)
    return presentSession(user)
  },
})
