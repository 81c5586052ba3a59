import type { PrismaClient } from '@penstock/prisma'
import { actionsOf, type AuditKind } from '../store/audit-actions.ts'
import type { AuditCursor, AuditPage, AuditView } from './audit-view.ts'

export interface AuditAsked {
  readonly slug?: string | undefined
  readonly actor?: string | undefined
  readonly kind?: AuditKind | undefined
  readonly limit?: number | undefined
  readonly cursor?: AuditCursor | undefined
}

/** A page of the audit log, newest first, with the names that people and APIs have now. */
export async function presentAudit(db: PrismaClient, asked: AuditAsked): Promise<AuditPage> {
  const { slug, actor, kind, limit = 50, cursor } = asked
  const rows = await db.auditEntry.findMany({
    where: {
      ...(slug === undefined ? {} : { api: slug }),
      ...(actor === undefined ? {} : { actor }),
      ...(kind === undefined ? {} : { action: { in: [...actionsOf(kind)] } }),
      ...(cursor ? { OR: [{ at: { lt: cursor.at } }, { at: cursor.at, id: { lt: cursor.id } }] } : {}),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const [apis, people] = await Promise.all([
    db.api.findMany({ where: { slug: { in: page.flatMap(({ api }) => api ?? []) } } }),
    db.user.findMany({ where: { email: { in: page.map(({ actor: email }) => email) } } }),
  ])
  const apiNames = new Map(apis.map(({ slug: of, name }) => [of, name]))
  const peopleNames = new Map(people.map(({ email, name }) => [email, name]))
  return {
    entries: page.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      api: row.api,
      apiName: apiNames.get(row.api ?? '') ?? null,
      action: row.action as AuditView['action'],
      actor: row.actor,
      actorName: peopleNames.get(row.actor) ?? null,
      source: row.source,
      data: JSON.parse(row.data) as AuditView['data'],
    })),
    next: last && rows.length > limit ? { at: last.at.toISOString(), id: last.id } : null,
  }
}

/** Everybody who is in the log, in the order of the alphabet. */
export async function presentAuditActors(db: PrismaClient): Promise<string[]> {
  const rows = await db.auditEntry.groupBy({ by: ['actor'], orderBy: { actor: 'asc' } })
  return rows.map(({ actor }) => actor)
}
