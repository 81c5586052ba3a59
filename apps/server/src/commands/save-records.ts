import { AppError } from '@penstock/errors'
import { type ApiRecord, canonicalize, checkRecordId, type RecordId, sameRecord } from '@penstock/model'
import type { Draft } from '../store/drafts.ts'
import type { Sealer } from '../store/sealer.ts'
import { changeDraft } from './change-draft.ts'
import type { CommandContext } from './context.ts'

export interface SaveRecordsInput {
  readonly slug: string
  /** Chosen by the sender; comes back in the live event. */
  readonly changeId: string
  readonly added: readonly ApiRecord[]
  /** With the revision on which the change was made. */
  readonly updated: readonly { readonly record: ApiRecord; readonly revision: number }[]
  readonly removed: readonly { readonly id: RecordId; readonly revision: number }[]
}

export interface RecordConflict {
  readonly id: RecordId
  /** What the draft holds now; null when somebody removed it. */
  readonly theirs: ApiRecord | null
  readonly revision: number | null
}

/**
 * Saves a change of the draft, or none of it: throws RECORD_CONFLICT with what the draft holds when somebody else
 * changed one of the records meanwhile. Two people who came to the same result have no conflict, and a save that is
 * sent twice is done once.
 */
export async function saveRecords(
  context: CommandContext,
  { slug, changeId, added, updated, removed }: SaveRecordsInput,
): Promise<{ version: number; revisions: Record<RecordId, number> }> {
  const { sealer } = context
  const ids = [...added, ...updated.map(({ record }) => record)].map(({ id }) => id)
  for (const id of ids) checkRecordId(id)
  const decide = (draft: Draft) => {
    const opened = (record: ApiRecord) => sealer.open(canonicalize(record), draft.apiId)
    const news = added.map(opened)
    const changes = updated.map(({ record, revision }) => ({ record: opened(record), revision }))
    const records = [...news, ...changes.map(({ record }) => record)]
    const conflicts = [
      ...news.filter((record) => differs(draft, record)).map(({ id }) => id),
      ...changes
        .filter(({ record, revision }) => moved(draft, record.id, revision) && differs(draft, record, true))
        .map(({ record }) => record.id),
      ...removed
        .filter(({ id, revision }) => draft.definition.has(id) && moved(draft, id, revision))
        .map(({ id }) => id),
    ]
    if (conflicts.length > 0) throw conflict(draft, conflicts, sealer)
    return { put: records.map((record) => ({ record })), removed: removed.map(({ id }) => id) }
  }
  const draft = await changeDraft(context, { slug, action: 'edit', changeId, decide })
  return {
    version: draft.version,
    revisions: Object.fromEntries(ids.map((id) => [id, draft.revisions.get(id)!])),
  }
}

function moved(draft: Draft, id: RecordId, revision: number): boolean {
  return draft.revisions.get(id) !== revision
}

/** Whether the draft holds something else under this id. A record that is gone differs only from one that must exist. */
function differs({ definition }: Draft, record: ApiRecord, mustExist = false): boolean {
  const held = definition.get(record.id)
  return held === undefined ? mustExist : !sameRecord(held, record)
}

function conflict(
  { apiId, definition, revisions }: Draft,
  ids: readonly RecordId[],
  { seal }: Sealer,
): AppError {
  const conflicts: RecordConflict[] = ids.map((id) => {
    const theirs = definition.get(id)
    return { id, theirs: theirs ? seal(theirs, apiId) : null, revision: revisions.get(id) ?? null }
  })
  return new AppError('RECORD_CONFLICT', { params: { count: ids.length }, details: { conflicts } })
}
