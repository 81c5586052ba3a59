import { AppError } from '@penstock/errors'
import type { ApiModel } from '@penstock/prisma'
import type { Executor } from './executor.ts'

export async function findApi(db: Executor, slug: string): Promise<ApiModel> {
  const api = await db.api.findUnique({ where: { slug } })
  if (!api) throw new AppError('API_NOT_FOUND', { params: { slug } })
  return api
}

/** The API's row, which nobody else can change or lock until the transaction ends: one writer per API at a time. */
export async function lockApi(tx: Executor, slug: string): Promise<ApiModel> {
  await tx.$queryRaw`select id from apis where slug = ${slug} for update`
  return findApi(tx, slug)
}
