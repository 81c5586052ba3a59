import { roleSchema } from '../../presenters/user-view.ts'
import { accountSchema } from './account.schema.ts'

export const createUserSchema = accountSchema.extend({ role: roleSchema })
