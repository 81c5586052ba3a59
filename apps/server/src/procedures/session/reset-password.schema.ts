import { z } from 'zod'
import { passwordSchema } from '../users/account.schema.ts'

export const resetPasswordSchema = z.object({ token: z.string().min(1).max(256), password: passwordSchema })
