import { z } from 'zod'
import { roleSchema } from '../../presenters/user-view.ts'

export const createTokenSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'A name is needed.')
    .max(100)
    // What a token does is told by its name; an address is told as whoever has it.
    .refine((name) => !name.includes('@'), 'Addresses with an @ are of people: name the token otherwise.'),
  /** Absent: the role of whoever makes it. */
  role: roleSchema.optional(),
  /** Absent: it works until it is revoked. */
  expiresInDays: z.number().int().positive().max(3650).optional(),
})
