import { renameUser } from '../../auth/users.ts'
import { authorize } from '../../policies/authorize.ts'
import type { UserView } from '../../presenters/user-view.ts'
import { mutation } from '../define.ts'
import { renameSchema } from './rename.schema.ts'

/** One's own name. */
export const rename = mutation({
  input: renameSchema,
  async run({ core, actor }, { name }): Promise<UserView> {
    authorize(actor, 'change their own account')
    return renameUser(core, actor, name)
  },
})
