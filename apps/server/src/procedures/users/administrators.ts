import { listUsers } from '../../auth/users.ts'
import { authorize } from '../../policies/authorize.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

/** Whom to ask for what oneself may not do. */
export const listAdministrators = query({
  input: nothing,
  async run({ core, actor }): Promise<readonly { readonly name: string; readonly email: string }[]> {
    authorize(actor, 'see who the administrators are')
    const users = await listUsers(core.db)
    return users.flatMap(({ name, email, role }) => (role === 'admin' ? [{ name, email }] : []))
  },
})
