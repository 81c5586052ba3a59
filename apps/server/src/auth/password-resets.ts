import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { presentUser, type UserView } from '../presenters/user-view.ts'
import { audit } from '../store/audit.ts'
import type { Actor } from './actor.ts'
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

/** A link's token for this user; the one before it stops working. Their password works on until it is used. */
export async function createReset(
  { db, clock }: Core,
  actor: Actor,
  user: { readonly id: string; readonly email: string },
): Promise<ResetLink> {
  const token = newSecret()
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + hours * 60 * 60 * 1000)
  const link = { tokenHash: hashSecret(token), createdAt: now, expiresAt }
  await db.$transaction(async (tx) => {
    const where = { userId: user.id }
    await tx.passwordReset.upsert({ where, create: { ...where, ...link }, update: link })
    await audit(tx, now, actor, { api: null, action: 'create-reset-link', data: { email: user.email } })
  })
  return { token, expiresAt }
}

/** Uses the link up; every session of the account ends. Throws RESET_LINK_INVALID. */
export async function applyReset(
  { db, clock }: Core,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<UserView> {
  const now = clock.now()
  const working = { tokenHash: hashSecret(token), expiresAt: { gt: now } }
  const found = await db.passwordReset.findFirst({ where: working, include: { user: true } })
  if (!found) throw new AppError('RESET_LINK_INVALID')
  const { user } = found
  const passwordHash = await hashPassword(password)
  await db.$transaction(async (tx) => {
    // The delete is the use: of two calls with the same link one finds nothing left to delete.
    const used = await tx.passwordReset.deleteMany({ where: working })
    if (used.count === 0) throw new AppError('RESET_LINK_INVALID')
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    await closeSessions(tx, user.id)
    const author = { name: user.email, source: 'console' }
    await audit(tx, now, author, { api: null, action: 'reset-password', data: { email: user.email } })
  })
  return presentUser(user)
}
