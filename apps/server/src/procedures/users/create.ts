import { createUser as create } from '../../auth/users.ts'
import { authorize } from '../../policies/authorize.ts'
import type { UserView } from '../../presenters/user-view.ts'
import { mutation } from '../define.ts'
import { createUserSchema } from './create.schema.ts'

export const createUser = mutation({
  input: createUserSchema,
  async run({ core, actor }, input): Promise<UserView> {
    authorize(actor, 'add users')
    return create(core, actor, input)
  },
})
