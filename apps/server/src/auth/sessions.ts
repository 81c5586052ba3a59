import type { PrismaClient } from '@penstock/prisma'
import { uuidv7 } from 'uuidv7'
import type { Core } from '../core.ts'
import { roleSchema } from '../presenters/user-view.ts'
import type { Executor } from '../store/executor.ts'
import type { Actor } from './actor.ts'
import { sessionDays } from './cookie.ts'
import { hashSecret, newSecret } from './secret.ts'

const day = 24 * 60 * 60 * 1000
const minute = 60 * 1000

export interface OpenedSession {
  /** For the cookie; only its hash is stored. */
  readonly token: string
  readonly expiresAt: Date
}

export async function openSession({ db, clock }: Core, userId: string): Promise<OpenedSession> {
  const token = newSecret()
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + sessionDays * day)
  await db.session.deleteMany({ where: { expiresAt: { lte: now } } })
  await db.session.create({
    data: { id: uuidv7(), userId, tokenHash: hashSecret(token), createdAt: now, lastSeenAt: now, expiresAt },
  })
  return { token, expiresAt }
}

export async function closeSession(db: PrismaClient, token: string): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: hashSecret(token) } })
}

/** Signs somebody out everywhere, but for the session of this token. */
export async function closeSessions(db: Executor, userId: string, except?: string): Promise<void> {
  const others = except === undefined ? {} : { NOT: { tokenHash: hashSecret(except) } }
  await db.session.deleteMany({ where: { userId, ...others } })
}

/** Whose session this is; null when it is nobody's or over. */
export async function findSession({ db, clock }: Core, token: string): Promise<Actor | null> {
  const session = await db.session.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { user: true },
  })
  const now = clock.now()
  if (!session || session.expiresAt <= now) return null
  if (now.getTime() - session.lastSeenAt.getTime() > 5 * minute)
    await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } })
  const { user } = session
  return { kind: 'user', id: user.id, name: user.email, role: roleSchema.parse(user.role), source: 'console' }
}
