import { AppError } from '@penstock/errors'
import { Prisma, type PrismaClient } from '@penstock/prisma'
import { uuidv7 } from 'uuidv7'
import type { Core } from '../core.ts'
import { authorize } from '../policies/authorize.ts'
import { presentUser, type Role, type UserView } from '../presenters/user-view.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { Executor } from '../store/executor.ts'
import type { Actor } from './actor.ts'
import { holdActor } from './hold-actor.ts'
import { hashPassword, verifyPassword } from './password.ts'

export interface Account {
  readonly email: string
  readonly name: string
  readonly password: string
}

export async function listUsers(db: PrismaClient): Promise<UserView[]> {
  const users = await db.user.findMany({ orderBy: { createdAt: 'asc' } })
  return users.map(presentUser)
}

/** What people are called, by their addresses. */
export function namesOfUsers(db: PrismaClient): Promise<{ name: string; email: string }[]> {
  return db.user.findMany({ select: { name: true, email: true } })
}

export async function findUser(db: PrismaClient, id: string): Promise<UserView | null> {
  const user = await db.user.findUnique({ where: { id } })
  return user && presentUser(user)
}

/** The account that this password opens. Throws WRONG_CREDENTIALS, whichever of the two is wrong. */
export async function checkPassword(db: PrismaClient, email: string, password: string): Promise<UserView> {
  const user = await db.user.findUnique({ where: { email } })
  const right = await verifyPassword(user?.passwordHash ?? null, password)
  if (!user || !right) throw new AppError('WRONG_CREDENTIALS')
  return presentUser(user)
}

/** The row of a new account. Hashing takes tens of milliseconds: do it outside of a transaction. */
export async function newUserRow({ email, name, password }: Account, role: Role, createdAt: Date) {
  return { id: uuidv7(), email, name, role, passwordHash: await hashPassword(password), createdAt }
}

/** Throws EMAIL_TAKEN. */
export async function createUser(
  core: Core,
  actor: Actor,
  { role, ...account }: Account & { readonly role: Role },
): Promise<UserView> {
  const { clock } = core
  const row = await newUserRow(account, role, clock.now())
  try {
    await transactAudited(core, async (tx) => {
      authorize(await holdActor(tx, actor), 'add users')
      await tx.user.create({ data: row })
      const data = { email: row.email, role }
      await audit(tx, clock.now(), actor, { api: null, action: 'create-user', data })
    })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new AppError('EMAIL_TAKEN', { params: { email: row.email }, cause: error })
    throw error
  }
  return presentUser(row)
}

/** Throws NOT_FOUND. */
export async function requireUser(db: Executor, id: string): Promise<UserView> {
  const user = await db.user.findUnique({ where: { id } })
  if (!user) throw new AppError('NOT_FOUND', { params: { what: 'user with this id' } })
  return presentUser(user)
}

export async function renameUser(core: Core, actor: Actor, name: string): Promise<UserView> {
  const { clock } = core
  return transactAudited(core, async (tx) => {
    const user = await tx.user.update({ where: { id: actor.id }, data: { name } })
    await audit(tx, clock.now(), actor, {
      api: null,
      action: 'rename-user',
      data: { email: user.email, name },
    })
    return presentUser(user)
  })
}

/**
 * The user's tokens lose what the role loses, and never win what it wins: a token has no more rights than who made it.
 * Throws LAST_ADMINISTRATOR, NOT_FOUND.
 */
export async function changeRole(
  core: Core,
  actor: Actor,
  { id, role }: { readonly id: string; readonly role: Role },
): Promise<UserView> {
  const { clock, live } = core
  const changed = await transactAudited(core, async (tx) => {
    const { user, isLastAdministrator } = await lockAccount(tx, actor, id)
    authorize(await holdActor(tx, actor), 'change the roles of users')
    if (user.role === role) return user
    if (isLastAdministrator) throw new AppError('LAST_ADMINISTRATOR')
    await tx.user.update({ where: { id }, data: { role } })
    if (role === 'member')
      await tx.apiToken.updateMany({ where: { userId: id, revokedAt: null }, data: { role } })
    const data = { email: user.email, from: user.role, to: role }
    await audit(tx, clock.now(), actor, { api: null, action: 'change-role', data })
    return { ...user, role }
  })
  live.publish({ type: 'session', user: id })
  return changed
}

/**
 * An account that nobody else changes, nor makes anything of its rights, until the transaction ends. Throws NOT_FOUND.
 * With it the administrators are locked, so that two who remove or demote each other at once do not both succeed; and
 * whoever asks, here and in this order: two such transactions never wait for each other.
 */
async function lockAccount(
  tx: Executor,
  actor: Actor,
  id: string,
): Promise<{ readonly user: UserView; readonly isLastAdministrator: boolean }> {
  const locked = await tx.$queryRaw<{ id: string; role: string }[]>`
    select id, role from users where role = 'admin' or id in (${id}, ${actor.id}) order by id for update`
  const user = await requireUser(tx, id)
  const others = locked.filter((one) => one.role === 'admin' && one.id !== id)
  return { user, isLastAdministrator: user.role === 'admin' && others.length === 0 }
}

/** With the account go its sessions and its tokens. Throws LAST_ADMINISTRATOR, NOT_FOUND. */
export async function removeUser(core: Core, actor: Actor, id: string): Promise<void> {
  const { clock } = core
  const now = clock.now()
  await transactAudited(core, async (tx) => {
    const { user, isLastAdministrator } = await lockAccount(tx, actor, id)
    authorize(await holdActor(tx, actor), 'remove users')
    if (isLastAdministrator) throw new AppError('LAST_ADMINISTRATOR')
    await tx.apiToken.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: now } })
    await tx.user.delete({ where: { id } })
    await audit(tx, now, actor, { api: null, action: 'remove-user', data: { email: user.email } })
  })
}
