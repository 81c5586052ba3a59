import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { authorize } from '../policies/authorize.ts'
import { presentUser, type UserView } from '../presenters/user-view.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { Actor } from './actor.ts'
import { holdActor } from './hold-actor.ts'
import { hashPassword } from './password.ts'
import { hashSecret, newSecret } from './secret.ts'
import { closeSessions } from './sessions.ts'

/** Hours that a link works for. */
const hours = 24

export interface ResetLink {
  /** For the link; only its hash is stored. */
  readonly token: string
  readonly expiresAt: Date
}

/**
 * A link's token for this user; the one before it stops working. Their password works on until it is used. It works for
 * as long as whoever makes it might make it: an administrator who is one no more has left no way in.
 */
export async function createReset(
  core: Core,
  actor: Actor,
  user: { readonly id: string; readonly email: string },
): Promise<ResetLink> {
  const { clock } = core
  const token = newSecret()
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + hours * 60 * 60 * 1000)
  await transactAudited(core, async (tx) => {
    const held = await holdActor(tx, actor)
    authorize(held, 'reset the passwords of users')
    const link = {
      tokenHash: hashSecret(token),
      createdAt: now,
      expiresAt,
      issuerId: held.userId,
      issuerTokenId: held.token?.id ?? null,
    }
    const where = { userId: user.id }
    await tx.passwordReset.upsert({ where, create: { ...where, ...link }, update: link })
    await audit(tx, now, actor, { api: null, action: 'create-reset-link', data: { email: user.email } })
  })
  return { token, expiresAt }
}

/** Uses the link up; every session of the account ends. Throws RESET_LINK_INVALID. */
export async function applyReset(
  core: Core,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<UserView> {
  const { db, clock } = core
  const now = clock.now()
  const working = {
    tokenHash: hashSecret(token),
    expiresAt: { gt: now },
    AND: [
      { OR: [{ issuerId: null }, { issuer: { role: 'admin' } }] },
      { OR: [{ issuerTokenId: null }, { issuerToken: { role: 'admin', revokedAt: null } }] },
    ],
  }
  const found = await db.passwordReset.findFirst({ where: working, include: { user: true } })
  if (!found) throw new AppError('RESET_LINK_INVALID')
  const { user } = found
  const passwordHash = await hashPassword(password)
  await transactAudited(core, async (tx) => {
    // The delete is the use: of two calls with the same link one finds nothing left to delete.
    const used = await tx.passwordReset.deleteMany({ where: working })
    if (used.count === 0) throw new AppError('RESET_LINK_INVALID')
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    await closeSessions(tx, user.id)
    const author = { kind: 'user', id: user.id, name: user.email, source: 'console' } as const
    await audit(tx, now, author, { api: null, action: 'reset-password', data: { email: user.email } })
  })
  return presentUser(user)
}
