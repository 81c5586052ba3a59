import { accountSchema } from '../users/account.schema.ts'

export const renameSchema = accountSchema.pick({ name: true })
