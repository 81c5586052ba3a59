import { createHash } from 'node:crypto'
import type { ApiRecord } from '@penstock/model'
import type { Core } from '../core.ts'
import type { Draft } from '../store/drafts.ts'
import { inParts } from './in-parts.ts'
import type { DraftHead, DraftPart, VersionedRecord } from './draft-view.ts'

export interface PresentedDraft {
  /** Another one once anything of it changed (an entity tag: RFC 9110, section 8.8.3). */
  readonly tag: string
  readonly parts: Iterable<DraftPart>
}

/** A draft as it is now in parts, each made when it is asked for. Throws API_NOT_FOUND. */
export async function presentDraft(core: Core, slug: string): Promise<PresentedDraft> {
  const draft = await core.drafts.open(slug)
  const head = await headOf(core, draft)
  return { tag: tagOf(draft, head), parts: partsOf(core, draft, head) }
}

/** Records are told apart by the version; where nodes stand has none. */
function tagOf({ apiId, version }: Draft, { layout }: DraftHead): string {
  const places = createHash('sha256').update(JSON.stringify(layout)).digest('base64url').slice(0, 16)
  return `"${apiId}.${version}.${places}"`
}

function* partsOf(core: Core, draft: Draft, head: DraftHead): Generator<DraftPart> {
  yield { ...head, size: draft.definition.size }
  for (const records of inParts(draft.definition.values()))
    yield records.map((record) => versioned(core, draft, record))
}

async function headOf({ db }: Core, { apiId, slug, name, version }: Draft): Promise<DraftHead> {
  const positions = await db.layoutPosition.findMany({ where: { apiId }, orderBy: { recordId: 'asc' } })
  const layout: DraftHead['layout'] = Object.fromEntries(
    positions.map(({ recordId, x, y }) => [recordId, { x, y }]),
  )
  return { api: { slug, name }, version, layout }
}

function versioned({ sealer }: Core, { apiId, revisions }: Draft, record: ApiRecord): VersionedRecord {
  return { record: sealer.seal(record, apiId), revision: revisions.get(record.id) ?? 0 }
}
