import { changePassword as change } from '../../auth/change-password.ts'
import { authorize } from '../../policies/authorize.ts'
import { mutation } from '../define.ts'
import { changePasswordSchema } from './change-password.schema.ts'

/** One's own password. Whoever else is signed in with the old one is signed out. */
export const changePassword = mutation({
  input: changePasswordSchema,
  async run({ core, shell, actor, session }, input): Promise<void> {
    authorize(actor, 'change their own account')
    // A browser left open is no way to find the password out.
    const attempts = `account ${actor.name}`
    shell.attempts.take(attempts, 10)
    await change(core, actor, { ...input, session: session.token })
    shell.attempts.refund(attempts)
    shell.identities.clear()
  },
})
