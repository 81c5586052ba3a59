import { findToken, revokeToken as revoke } from '../../auth/api-tokens.ts'
import { authorize } from '../../policies/authorize.ts'
import { mutation } from '../define.ts'
import { revokeTokenSchema } from './revoke.schema.ts'

/** The token stops working at once. */
export const revokeToken = mutation({
  input: revokeTokenSchema,
  async run({ core, shell, actor }, { id }): Promise<void> {
    const token = await findToken(core.db, id)
    if (actor.kind !== 'user' || token.userId !== actor.id)
      authorize(actor, "revoke other people's API tokens")
    await revoke(core, actor, token)
    shell.identities.clear()
  },
})
