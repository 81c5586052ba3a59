import { z } from 'zod'

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('This is not an e-mail address.'))

/** Argon2id reads any length; the upper bound keeps a sign-in from being a way to burn CPU. */
export const passwordSchema = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(256, 'A password has at most 256 characters.')

export const accountSchema = z.object({
  email: emailSchema,
  name: z.string().trim().min(1, 'A name is needed.').max(100),
  password: passwordSchema,
})
