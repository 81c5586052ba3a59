import { z } from 'zod'
import { passwordSchema } from '../users/account.schema.ts'

export const changePasswordSchema = z.object({
  /** Not the rules for new passwords: it may be older than they are. */
  current: z.string().max(256),
  password: passwordSchema,
})
