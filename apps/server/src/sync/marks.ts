import type { PrismaClient } from '@penstock/prisma'

/** What the database says of an API's stages and draft, short enough to be asked for every few seconds. */
export interface Mark {
  /** Differs when a stage came, went, was deployed to or got other settings, or the preview did. */
  readonly stages: string
  readonly draftRoot: string
}

/** Slug → mark, for all APIs. */
export async function readMarks(db: PrismaClient): Promise<Map<string, Mark>> {
  const rows = await db.$queryRaw<{ slug: string; draftRoot: string; stages: string }[]>`
    select a.slug, a.draft_root as "draftRoot", concat_ws(' ', a.id, a.preview_variables, coalesce(hashtextextended(string_agg(
      concat_ws(' ', s.id, coalesce(s.deployment_id, '-'), extract(epoch from s.updated_at), s.variables),
      ',' order by s.id), 0)::text, '')) as stages
    from apis a left join stages s on s.api_id = a.id
    group by a.id, a.slug, a.draft_root, a.preview_variables order by a.slug`
  return new Map(rows.map(({ slug, draftRoot, stages }) => [slug, { stages, draftRoot }]))
}
