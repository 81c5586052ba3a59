import { z } from 'zod'
import { roleSchema } from './user-view.ts'

export const tokenViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe('Its first characters, to recognise it by.'),
  role: roleSchema,
  owner: z.string().nullable().describe('E-mail address of who made it; null for the bootstrap token.'),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
})
export type TokenView = z.infer<typeof tokenViewSchema>

/** The only answer that carries a token in clear. */
export const createdTokenSchema = z.object({
  token: z.string().describe('Shown once.'),
  view: tokenViewSchema,
})
export type CreatedToken = z.infer<typeof createdTokenSchema>
