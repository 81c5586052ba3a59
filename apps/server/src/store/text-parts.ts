import type { KeptPart } from '@penstock/openapi/live'
import { batches } from './bodies.ts'
import type { Executor } from './executor.ts'

export interface TextPart extends KeptPart {
  /** The text version that wrote it. */
  readonly revision: number
}

/** What is kept of the text of a draft, in the order of places. */
export function readTextParts(db: Executor, apiId: string): Promise<TextPart[]> {
  return db.$queryRaw<TextPart[]>`
    select place, text, record_id as record, revision from text_parts
    where api_id = ${apiId} order by place collate "C"`
}

export async function putTextParts(
  tx: Executor,
  apiId: string,
  revision: number,
  parts: Iterable<KeptPart>,
): Promise<void> {
  for (const batch of batches(parts, ({ place, text }) => place.length + text.length)) {
    const given = batch.map(({ place, text, record }) => ({ place, text, record }))
    await tx.$executeRaw`
      insert into text_parts (api_id, place, text, record_id, revision)
      select ${apiId}, place, text, record, ${revision}::int
      from json_to_recordset(${JSON.stringify(given)}::json) as given (place text, text text, record text)
      on conflict (api_id, place) do update
        set text = excluded.text, record_id = excluded.record_id, revision = excluded.revision`
  }
}

export async function removeTextParts(tx: Executor, apiId: string, places: readonly string[]): Promise<void> {
  if (places.length === 0) return
  await tx.$executeRaw`delete from text_parts where api_id = ${apiId} and place = any(${places}::text[])`
}
