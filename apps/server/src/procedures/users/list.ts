import { listUsers as list } from '../../auth/users.ts'
import { authorize } from '../../policies/authorize.ts'
import type { UserView } from '../../presenters/user-view.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

export const listUsers = query({
  input: nothing,
  async run({ core, actor }): Promise<readonly UserView[]> {
    authorize(actor, 'see users')
    return list(core.db)
  },
})
