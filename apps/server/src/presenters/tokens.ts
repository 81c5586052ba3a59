import type { TokenView } from './token-view.ts'
import { roleSchema } from './user-view.ts'

interface TokenRow {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly role: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly expiresAt: Date | null
}

export function presentToken(token: TokenRow, owner: string | null): TokenView {
  return {
    id: token.id,
    name: token.name,
    prefix: token.prefix,
    role: roleSchema.parse(token.role),
    owner,
    createdAt: token.createdAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    expiresAt: token.expiresAt?.toISOString() ?? null,
  }
}
