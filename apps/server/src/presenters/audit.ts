import type { AuditEntryModel, PrismaClient } from '@penstock/prisma'
import { actionsOf, type AuditKind } from '../store/audit-actions.ts'
import type { AuditActorView, AuditCursor, AuditPage, AuditView } from './audit-view.ts'

export interface AuditAsked {
  readonly slug?: string | undefined
  /** Id of a user or a token. */
  readonly actor?: string | undefined
  readonly kind?: AuditKind | undefined
  readonly limit?: number | undefined
  readonly cursor?: AuditCursor | undefined
}

/**
 * A page of the audit log, newest first, with the names that people and APIs have now. Both are known by their ids:
 * anybody may name a token like a person, and an API may take the slug of one that is gone.
 */
export async function presentAudit(db: PrismaClient, asked: AuditAsked): Promise<AuditPage> {
  const { slug, actor, kind, limit = 50, cursor } = asked
  const rows = await db.auditEntry.findMany({
    where: {
      ...(slug === undefined ? {} : { api: slug }),
      ...(actor === undefined ? {} : { actorId: actor }),
      ...(kind === undefined ? {} : { action: { in: [...actionsOf(kind)] } }),
      ...(cursor ? { OR: [{ at: { lt: cursor.at } }, { at: cursor.at, id: { lt: cursor.id } }] } : {}),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const [apis, people] = await Promise.all([
    db.api.findMany({ where: { id: { in: page.flatMap(({ apiId }) => apiId ?? []) } } }),
    db.user.findMany({ where: { id: { in: page.flatMap(userOf) } } }),
  ])
  const apiNames = new Map(apis.map(({ id, name }) => [id, name]))
  const peopleNames = new Map(people.map(({ id, name }) => [id, name]))
  return {
    entries: page.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      api: row.api,
      apiId: row.apiId,
      apiName: apiNames.get(row.apiId ?? '') ?? row.apiName,
      isApiThere: apiNames.has(row.apiId ?? ''),
      action: row.action as AuditView['action'],
      actor: row.actor,
      actorId: row.actorId,
      actorKind: row.actorKind as AuditView['actorKind'],
      actorName: peopleNames.get(userOf(row)[0] ?? '') ?? null,
      source: row.source,
      data: JSON.parse(row.data) as AuditView['data'],
    })),
    next: last && rows.length > limit ? { at: last.at.toISOString(), id: last.id } : null,
  }
}

/** Everybody who is in the log, in the order of the alphabet, by the latest of the names they had there. */
export async function presentAuditActors(db: PrismaClient): Promise<AuditActorView[]> {
  const rows = await db.auditEntry.findMany({
    where: { actorId: { not: null } },
    distinct: ['actorId'],
    orderBy: [{ actorId: 'asc' }, { at: 'desc' }],
    select: { actorId: true, actorKind: true, actor: true },
  })
  return rows
    .map(({ actorId, actorKind, actor }) => ({
      id: actorId!,
      kind: actorKind as AuditActorView['kind'],
      name: actor,
    }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The account that acted; none for a token. */
function userOf({ actorKind, actorId }: Pick<AuditEntryModel, 'actorKind' | 'actorId'>): string[] {
  return actorKind === 'user' && actorId !== null ? [actorId] : []
}
