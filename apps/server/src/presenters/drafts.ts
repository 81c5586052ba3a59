import type { Core } from '../core.ts'
import type { DraftView, Point } from './draft-view.ts'

/** Throws API_NOT_FOUND. */
export async function presentDraft({ db, drafts, sealer }: Core, slug: string): Promise<DraftView> {
  const draft = await drafts.open(slug)
  const { apiId, name, version, definition, revisions } = draft
  const positions = await db.layoutPosition.findMany({ where: { apiId } })
  const layout: Record<string, Point> = {}
  for (const { recordId, x, y } of positions) layout[recordId] = { x, y }
  return {
    api: { slug: draft.slug, name },
    version,
    records: Array.from(definition.values(), (record) => ({
      record: sealer.seal(record, apiId),
      revision: revisions.get(record.id) ?? 0,
    })),
    layout,
  }
}
