import { namesOfUsers } from '../../auth/users.ts'
import { authorize } from '../../policies/authorize.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

/** What people are called whose addresses stand in the history and in discussions. */
export const listNamesOfUsers = query({
  input: nothing,
  async run({ core, actor }): Promise<readonly { readonly name: string; readonly email: string }[]> {
    authorize(actor, 'see the names of users')
    return namesOfUsers(core.db)
  },
})
