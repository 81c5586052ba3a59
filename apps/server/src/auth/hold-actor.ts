import { AppError } from '@penstock/errors'
import type { ApiTokenModel } from '@penstock/prisma'
import { roleSchema } from '../presenters/user-view.ts'
import type { Executor } from '../store/executor.ts'
import type { Actor } from './actor.ts'

/** Who asks, as they are until the transaction ends. */
export interface HeldActor extends Actor {
  /** Whose account it is, or whose token; null for the bootstrap token and what is made with it. */
  readonly userId: string | null
  /** The token that asks. */
  readonly token: ApiTokenModel | null
}

/**
 * Reads the actor's role anew and keeps it from changing: the identity cache may be seconds old, and rights that are
 * handed on would outlive those that they came of. Accounts are locked before tokens, everywhere. Throws
 * UNAUTHENTICATED when the account or the token ended meanwhile.
 */
export async function holdActor(tx: Executor, actor: Actor): Promise<HeldActor> {
  if (actor.kind === 'user')
    return { ...actor, role: await holdUser(tx, actor.id), userId: actor.id, token: null }
  const { userId } = (await tx.apiToken.findUnique({ where: { id: actor.id } })) ?? { userId: null }
  if (userId !== null) await holdUser(tx, userId)
  await tx.$queryRaw`select id from api_tokens where id = ${actor.id} for update`
  const token = await tx.apiToken.findUnique({ where: { id: actor.id } })
  if (!token || token.revokedAt) throw new AppError('UNAUTHENTICATED')
  return { ...actor, role: roleSchema.parse(token.role), userId, token }
}

async function holdUser(tx: Executor, id: string) {
  const [user] = await tx.$queryRaw<{ role: string }[]>`select role from users where id = ${id} for share`
  if (!user) throw new AppError('UNAUTHENTICATED')
  return roleSchema.parse(user.role)
}
