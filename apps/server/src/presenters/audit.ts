import type { PrismaClient } from '@penstock/prisma'
import type { Json } from '@penstock/model'
import type { AuditView } from './audit-view.ts'

export interface AuditAsked {
  readonly slug?: string | undefined
  readonly limit?: number | undefined
}

export async function presentAudit(
  db: PrismaClient,
  { slug, limit = 200 }: AuditAsked,
): Promise<AuditView[]> {
  const entries = await db.auditEntry.findMany({
    where: slug === undefined ? {} : { api: slug },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return entries.map(({ data, at, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    data: JSON.parse(data) as Json,
  }))
}
