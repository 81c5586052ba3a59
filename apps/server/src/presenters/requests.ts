import { AppError } from '@penstock/errors'
import type { PrismaClient } from '@penstock/prisma'
import { findApi } from '../store/apis.ts'
import { phasesOf } from './request-phases.ts'
import {
  type RequestDetailView,
  type RequestView,
  type StoredRequest,
  storedRequestSchema,
} from './request-view.ts'

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
  return rows.flatMap(({ data }) => {
    const stored = readRow(data)
    if (stored === null) return []
    const { call: _, ...request } = stored
    return [request]
  })
}

/** With its phases, and the call that failed. Throws NOT_FOUND. */
export async function presentRequest(db: PrismaClient, id: string): Promise<RequestDetailView> {
  const row = await db.requestLog.findUnique({ where: { id }, select: { data: true } })
  const request = row && readRow(row.data)
  if (!request) throw new AppError('NOT_FOUND', { params: { what: 'recorded request with this id' } })
  return { ...request, phases: phasesOf(request) }
}

/** Null for what another version recorded in another form. */
function readRow(data: string): StoredRequest | null {
  return storedRequestSchema.safeParse(JSON.parse(data)).data ?? null
}
