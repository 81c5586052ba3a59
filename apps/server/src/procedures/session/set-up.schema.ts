import { z } from 'zod'
import { accountSchema } from '../users/account.schema.ts'

export const setUpSchema = accountSchema.extend({ token: z.string().min(1).max(256) })
