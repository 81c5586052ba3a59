import { AppError } from '@penstock/errors'
import type { PrismaClient } from '@penstock/prisma'
import type { Core } from '../core.ts'
import { presentUser, type UserView } from '../presenters/user-view.ts'
import { audit, transactAudited } from '../store/audit.ts'
import { hashSecret, newSecret } from './secret.ts'
import { type Account, newUserRow } from './users.ts'

const key = 'setup-token'

/** Whether the first administrator is still to be made. */
export async function setupRequired(db: PrismaClient): Promise<boolean> {
  return (await db.user.count()) === 0
}

/**
 * A fresh token for the link that makes the first administrator, or null when there is one. Only the newest link
 * works: who restarts Penstock because a link leaked has closed the leak.
 */
export async function newSetupToken(db: PrismaClient): Promise<string | null> {
  if (!(await setupRequired(db))) return null
  const token = newSecret()
  const value = hashSecret(token)
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
  return token
}

/** Uses the link up. Throws SETUP_DONE when somebody was faster, SETUP_LINK_INVALID when the token is not the link's. */
export async function createFirstAdministrator(
  core: Core,
  { token, ...account }: Account & { readonly token: string },
): Promise<UserView> {
  const { db, clock } = core
  const now = clock.now()
  const found = await db.setting.findUnique({ where: { key } })
  if (found?.value !== hashSecret(token)) await refuse(db)
  const row = await newUserRow(account, 'admin', now)
  await transactAudited(core, async (tx) => {
    // The delete is the use: of two calls with the same link one finds nothing left to delete.
    const used = await tx.setting.deleteMany({ where: { key, value: hashSecret(token) } })
    if (used.count === 0) throw new AppError('SETUP_LINK_INVALID')
    await tx.user.create({ data: row })
    const author = { kind: 'user', id: row.id, name: row.email, source: 'console' } as const
    await audit(tx, now, author, {
      api: null,
      action: 'create-user',
      data: { email: row.email, role: 'admin' },
    })
  })
  return presentUser(row)
}

async function refuse(db: PrismaClient): Promise<never> {
  throw new AppError((await setupRequired(db)) ? 'SETUP_LINK_INVALID' : 'SETUP_DONE')
}
