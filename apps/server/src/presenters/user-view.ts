import { z } from 'zod'

export const roleSchema = z.enum(['admin', 'member'])
export type Role = z.infer<typeof roleSchema>

/** A local account as its owner and administrators see it. Never carries the password hash. */
export const userViewSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: roleSchema,
})
export type UserView = z.infer<typeof userViewSchema>

/** The only answer that carries a reset link. */
export interface ResetLinkView {
  readonly url: string
  readonly expiresAt: string
}

export function presentUser(user: { id: string; email: string; name: string; role: string }): UserView {
  return { id: user.id, email: user.email, name: user.name, role: roleSchema.parse(user.role) }
}
