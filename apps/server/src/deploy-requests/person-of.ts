import { AppError } from '@penstock/errors'
import type { Author } from '../store/audit.ts'
import type { Executor } from '../store/executor.ts'

/**
 * The person behind whoever acts, so that nobody votes twice by acting through a token. Null for tokens that belong to
 * nobody. Throws UNAUTHENTICATED when the token ended.
 */
export async function personOf(db: Executor, author: Author): Promise<string | null> {
  if (author.kind === 'user') return author.id
  const token = await db.apiToken.findUnique({ where: { id: author.id } })
  if (!token || token.revokedAt) throw new AppError('UNAUTHENTICATED')
  return token.userId
}

/** Whether somebody who asked for something earlier may still act. */
export async function isStillHere(db: Executor, { kind, id }: Author, now: Date): Promise<boolean> {
  if (kind === 'user') return (await db.user.count({ where: { id } })) > 0
  const token = await db.apiToken.findUnique({ where: { id } })
  return token !== null && token.revokedAt === null && (token.expiresAt === null || token.expiresAt > now)
}
