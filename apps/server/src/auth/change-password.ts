import { AppError } from '@penstock/errors'
import type { Core } from '../core.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { Actor } from './actor.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { closeSessions } from './sessions.ts'

export interface PasswordChange {
  readonly current: string
  readonly password: string
  /** The session that stays open: the one that asks. */
  readonly session: string | undefined
}

/** Every other session of the account ends: whoever else knew the old password is out. Throws WRONG_PASSWORD. */
export async function changePassword(
  core: Core,
  actor: Actor,
  { current, password, session }: PasswordChange,
): Promise<void> {
  const { db, clock } = core
  const user = await db.user.findUnique({ where: { id: actor.id } })
  if (!user) throw new AppError('UNAUTHENTICATED')
  if (!(await verifyPassword(user.passwordHash, current))) throw new AppError('WRONG_PASSWORD')
  const passwordHash = await hashPassword(password)
  await transactAudited(core, async (tx) => {
    // Against the hash that was checked: of two changes at once, one finds that its current password is not it.
    const where = { id: user.id, passwordHash: user.passwordHash }
    const { count } = await tx.user.updateMany({ where, data: { passwordHash } })
    if (count === 0) throw new AppError('WRONG_PASSWORD')
    await tx.passwordReset.deleteMany({ where: { userId: user.id } })
    await closeSessions(tx, user.id, session)
    await audit(tx, clock.now(), actor, {
      api: null,
      action: 'change-password',
      data: { email: user.email },
    })
  })
}
