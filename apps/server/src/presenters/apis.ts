import { usualLimits } from '@penstock/bundle'
import type { Api } from '@penstock/model'
import { toAppError } from '@penstock/errors'
import { type ApiModel, databaseError } from '@penstock/prisma'
import { findApi } from '../store/apis.ts'
import { type ApiSummary, portalVisibilitySchema } from './api-view.ts'
import { presentStages, type StagesContext } from './stages.ts'

/** All APIs by name. Their definitions are not read for it. */
export async function presentApis(ctx: StagesContext): Promise<ApiSummary[]> {
  const apis = await ctx.core.db.api.findMany({ orderBy: [{ name: 'asc' }, { slug: 'asc' }] })
  return presentAll(ctx, apis)
}

/** Throws API_NOT_FOUND. */
export async function presentApi(ctx: StagesContext, slug: string): Promise<ApiSummary> {
  const [summary] = await presentAll(ctx, [await findApi(ctx.core.db, slug)])
  return summary!
}

async function presentAll(ctx: StagesContext, apis: readonly ApiModel[]): Promise<ApiSummary[]> {
  const ids = apis.map(({ id }) => id)
  const roots = await ctx.core.db.$queryRaw<{ id: string; body: string }[]>`
    select d.api_id as id, b.body from draft_records d join record_bodies b on b.hash = d.hash
    where b.kind = 'api' and d.api_id = any(${ids}::text[])`
  const counts = await ctx.core.db.$queryRaw<{ id: string; count: number }[]>`
    select d.api_id as id, count(*)::int as count from draft_records d join record_bodies b on b.hash = d.hash
    where b.kind = 'method' and d.api_id = any(${ids}::text[]) group by d.api_id`
  const records = new Map(roots.map(({ id, body }) => [id, body]))
  const operations = new Map(counts.map(({ id, count }) => [id, count]))
  return Promise.all(
    apis.map(async (api) => {
      const told = {
        slug: api.slug,
        name: api.name,
        operations: operations.get(api.id) ?? 0,
        updatedAt: api.updatedAt.toISOString(),
      }
      try {
        const record = JSON.parse(records.get(api.id) ?? '{}') as Partial<Api>
        const { type = 'REST', compatibility = 'native' } = record
        return {
          ...told,
          type,
          compatibility,
          usualLimits: shownLimits({ type, compatibility }),
          portal: portalVisibilitySchema.parse(api.portal),
          stages: await presentStages(ctx, api.slug),
          problem: null,
        }
      } catch (thrown) {
        // One API that can't be read must not take the others from the list.
        const error = toAppError(databaseError(thrown))
        ctx.core.log(`the list of APIs can't show ${api.slug}: ${error.internal ?? error.message}`)
        return { ...told, ...unread, problem: error.message }
      }
    }),
  )
}

/** Without what only a gateway needs to know. */
function shownLimits(api: Parameters<typeof usualLimits>[0]): ApiSummary['usualLimits'] {
  const { heldRequestBytes: _, ...shown } = usualLimits(api)
  return shown
}

const unread = {
  type: 'REST',
  compatibility: 'native',
  portal: 'off',
  usualLimits: shownLimits({ type: 'REST', compatibility: 'native' }),
  stages: [],
} satisfies Partial<ApiSummary>
