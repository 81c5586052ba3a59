import { z } from 'zod'

/** Not the rules for new passwords: whatever is wrong, the answer is that the credentials are. */
export const signInSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(256),
})
