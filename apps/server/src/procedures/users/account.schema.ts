import { z } from 'zod'
import { passwordMax, passwordMin } from './password-length.ts'

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('This is not an e-mail address.'))

export const passwordSchema = z
  .string()
  .min(passwordMin, `A password has at least ${passwordMin} characters.`)
  .max(passwordMax, `A password has at most ${passwordMax} characters.`)

export const accountSchema = z.object({
  email: emailSchema,
  name: z.string().trim().min(1, 'A name is needed.').max(100),
  password: passwordSchema,
})
