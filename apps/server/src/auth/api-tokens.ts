import { AppError } from '@penstock/errors'
import type { PrismaClient } from '@penstock/prisma'
import { uuidv7 } from 'uuidv7'
import type { Core } from '../core.ts'
import { type Action, authorize } from '../policies/authorize.ts'
import { presentToken } from '../presenters/tokens.ts'
import type { CreatedToken, TokenView } from '../presenters/token-view.ts'
import { type Role, roleSchema } from '../presenters/user-view.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { Executor } from '../store/executor.ts'
import type { Actor } from './actor.ts'
import { holdActor } from './hold-actor.ts'
import { hashSecret, newSecret } from './secret.ts'

const day = 24 * 60 * 60 * 1000
const minute = 60 * 1000
/** Name of tokens that come from the environment. */
const bootstrap = 'bootstrap'

export interface NewToken {
  readonly name: string
  readonly role: Role
  readonly expiresInDays?: number | undefined
}

/**
 * Makes a token `pst_…`. The answer is the only place where it is seen in clear. One that a token makes ends when that
 * one does, by time or by being revoked. Throws FORBIDDEN when whoever asks has not that role any more.
 */
export async function createToken(core: Core, actor: Actor, wanted: NewToken): Promise<CreatedToken> {
  const { clock } = core
  const token = `pst_${newSecret()}`
  const now = clock.now()
  const row = {
    id: uuidv7(),
    name: wanted.name,
    tokenHash: hashSecret(token),
    prefix: token.slice(0, 8),
    role: wanted.role,
    createdAt: now,
    lastUsedAt: null,
    revokedAt: null,
  }
  const expiresAt =
    wanted.expiresInDays === undefined ? null : new Date(now.getTime() + wanted.expiresInDays * day)
  const made = await transactAudited(core, async (tx) => {
    const held = await holdActor(tx, actor)
    authorize(held, makingTokens(wanted.role))
    const { userId, token: parent } = held
    const data = {
      ...row,
      userId,
      parentId: parent?.id ?? null,
      expiresAt: earlier(expiresAt, parent?.expiresAt),
    }
    await tx.apiToken.create({ data })
    const told = { token: row.id, name: row.name, role: row.role }
    await audit(tx, now, actor, { api: null, action: 'create-token', data: told })
    return data
  })
  const owner = actor.kind === 'user' ? actor.name : null
  return { token, view: presentToken(made, owner) }
}

/** What somebody does who makes a token of this role. */
export function makingTokens(role: Role): Action {
  return role === 'admin' ? 'make API tokens of administrators' : 'make API tokens'
}

function earlier(a: Date | null, b: Date | null | undefined): Date | null {
  return a && b ? (a < b ? a : b) : (a ?? b ?? null)
}

/** Tokens that still work: all of them for administrators, else one's own. */
export async function listTokens(db: PrismaClient, actor: Actor): Promise<TokenView[]> {
  const owner = actor.kind === 'user' ? actor.id : await ownerOf(db, actor.id)
  const tokens = await db.apiToken.findMany({
    where: { revokedAt: null, ...(actor.role === 'admin' ? {} : { userId: owner ?? '' }) },
    orderBy: { createdAt: 'desc' },
  })
  const users = await db.user.findMany({ select: { id: true, email: true } })
  const emails = new Map(users.map(({ id, email }) => [id, email]))
  return tokens.map((token) => presentToken(token, emails.get(token.userId ?? '') ?? null))
}

export async function findToken(db: PrismaClient, id: string) {
  const token = await db.apiToken.findUnique({ where: { id } })
  if (!token || token.revokedAt)
    throw new AppError('NOT_FOUND', { params: { what: 'API token with this id' } })
  return token
}

export async function revokeToken(
  core: Core,
  actor: Actor,
  token: { readonly id: string; readonly name: string },
): Promise<void> {
  const { clock } = core
  const now = clock.now()
  await transactAudited(core, async (tx) => {
    await revokeWithChildren(tx, [token.id], now)
    const data = { token: token.id, name: token.name }
    await audit(tx, now, actor, { api: null, action: 'revoke-token', data })
  })
}

/** Of these tokens, and of those that were made with them. */
async function revokeWithChildren(tx: Executor, ids: readonly string[], now: Date): Promise<void> {
  await tx.$executeRaw`
    with recursive ended as (
      select id from api_tokens where id = any(${ids}::text[])
      union select child.id from api_tokens child join ended on child.parent_id = ended.id
    )
    update api_tokens set revoked_at = ${now} where revoked_at is null and id in (select id from ended)`
}

/** Whose token this is; null when it is nobody's, expired or revoked. */
export async function findBearer({ db, clock }: Core, secret: string): Promise<Actor | null> {
  const token = await db.apiToken.findUnique({ where: { tokenHash: hashSecret(secret) } })
  const now = clock.now()
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt <= now)) return null
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > minute)
    await db.apiToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: now } })
  return { kind: 'token', id: token.id, name: token.name, role: roleSchema.parse(token.role), source: 'api' }
}

/**
 * PENSTOCK_BOOTSTRAP_TOKEN as a token of an administrator's rights. One that was revoked stays revoked, though the
 * variable is still set; one that another took the place of is revoked.
 */
export async function ensureBootstrapToken({ db, clock }: Core, secret: string): Promise<void> {
  const tokenHash = hashSecret(secret)
  const row = { id: uuidv7(), name: bootstrap, tokenHash, prefix: secret.slice(0, 4), role: 'admin' }
  const now = clock.now()
  await db.$transaction(async (tx) => {
    await tx.apiToken.upsert({ where: { tokenHash }, create: { ...row, createdAt: now }, update: {} })
    const replaced = await tx.apiToken.findMany({
      where: {
        name: bootstrap,
        userId: null,
        parentId: null,
        revokedAt: null,
        tokenHash: { not: tokenHash },
      },
      select: { id: true },
    })
    await revokeWithChildren(
      tx,
      replaced.map(({ id }) => id),
      now,
    )
  })
}

async function ownerOf(db: PrismaClient, tokenId: string): Promise<string | null> {
  return (await db.apiToken.findUnique({ where: { id: tokenId } }))?.userId ?? null
}
