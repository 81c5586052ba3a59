import type { RecordId } from '@penstock/model'
import { batches } from './bodies.ts'
import type { Executor } from './executor.ts'

export interface DraftRow {
  readonly id: RecordId
  readonly hash: string
  readonly revision: number
}

/** Every row of a draft, in the order of ids: the same draft reads the same wherever it is read. */
export function readDraftRows(db: Executor, apiId: string): Promise<DraftRow[]> {
  return db.$queryRaw<DraftRow[]>`
    select record_id as id, hash, revision from draft_records where api_id = ${apiId} order by record_id collate "C"`
}

/** Puts records at a revision. Their bodies have to be there already. */
export async function putDraftRows(
  tx: Executor,
  apiId: string,
  revision: number,
  entries: Iterable<readonly [id: RecordId, hash: string]>,
): Promise<void> {
  for (const batch of batches(entries, ([id, hash]) => id.length + hash.length)) {
    const ids = batch.map(([id]) => id)
    const hashes = batch.map(([, hash]) => hash)
    await tx.$executeRaw`
      insert into draft_records (api_id, record_id, hash, revision)
      select ${apiId}, id, hash, ${revision}::int from unnest(${ids}::text[], ${hashes}::text[]) as given (id, hash)
      on conflict (api_id, record_id) do update set hash = excluded.hash, revision = excluded.revision`
  }
}

export async function removeDraftRows(tx: Executor, apiId: string, ids: readonly RecordId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`delete from draft_records where api_id = ${apiId} and record_id = any(${ids}::text[])`
}
