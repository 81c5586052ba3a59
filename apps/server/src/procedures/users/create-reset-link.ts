import { createReset } from '../../auth/password-resets.ts'
import { requireUser } from '../../auth/users.ts'
import { authorize } from '../../policies/authorize.ts'
import type { ResetLinkView } from '../../presenters/user-view.ts'
import { mutation } from '../define.ts'
import { createResetLinkSchema } from './create-reset-link.schema.ts'

/** A one-time link with which a user sets a new password. Shown this once. */
export const createResetLink = mutation({
  input: createResetLinkSchema,
  async run({ core, actor, origin }, { id }): Promise<ResetLinkView> {
    authorize(actor, 'reset the passwords of users')
    const user = await requireUser(core.db, id)
    const { token, expiresAt } = await createReset(core, actor, user)
    // In the fragment: it is never sent, so no log on the way has it.
    return { url: `${origin}/reset-password#token=${token}`, expiresAt: expiresAt.toISOString() }
  },
})
