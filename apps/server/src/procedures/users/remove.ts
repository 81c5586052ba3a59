import { removeUser as remove } from '../../auth/users.ts'
import { authorize } from '../../policies/authorize.ts'
import { mutation } from '../define.ts'
import { removeUserSchema } from './remove.schema.ts'

/** Ends the account, its sessions and its tokens. The last administrator stays. */
export const removeUser = mutation({
  input: removeUserSchema,
  async run({ core, shell, actor }, { id }): Promise<void> {
    authorize(actor, 'remove users')
    await remove(core, actor, id)
    shell.identities.clear()
  },
})
