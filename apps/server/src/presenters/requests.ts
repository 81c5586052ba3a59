import { AppError } from '@penstock/errors'
import type { PrismaClient } from '@penstock/prisma'
import { findApi } from '../store/apis.ts'
import { type RequestView, requestViewSchema } from './request-view.ts'

export interface RequestsAsked {
  readonly slug: string
  readonly stage?: string | undefined
  readonly limit?: number | undefined
}

/** Throws API_NOT_FOUND for a slug that has neither an API nor requests from when it had one. */
export async function presentRequests(db: PrismaClient, asked: RequestsAsked): Promise<RequestView[]> {
  const rows = await db.requestLog.findMany({
    where: { api: asked.slug, ...(asked.stage === undefined ? {} : { stage: asked.stage }) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: asked.limit ?? 100,
    select: { data: true },
  })
  if (rows.length === 0) await findApi(db, asked.slug)
  return rows.flatMap(({ data }) => readRow(data) ?? [])
}

export async function presentRequest(db: PrismaClient, id: string): Promise<RequestView> {
  const row = await db.requestLog.findUnique({ where: { id }, select: { data: true } })
  const request = row && readRow(row.data)
  if (!request) throw new AppError('NOT_FOUND', { params: { what: 'recorded request with this id' } })
  return request
}

/** Null for what another version recorded in another form. */
function readRow(data: string): RequestView | null {
  return requestViewSchema.safeParse(JSON.parse(data)).data ?? null
}
