import { changeRole as change } from '../../auth/users.ts'
import { authorize } from '../../policies/authorize.ts'
import type { UserView } from '../../presenters/user-view.ts'
import { mutation } from '../define.ts'
import { changeRoleSchema } from './change-role.schema.ts'

/** Takes effect with the user's next call. The last administrator stays one. */
export const changeRole = mutation({
  input: changeRoleSchema,
  async run({ core, shell, actor }, input): Promise<UserView> {
    authorize(actor, 'change the roles of users')
    const user = await change(core, actor, input)
    shell.identities.clear()
    return user
  },
})
