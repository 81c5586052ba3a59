import { setImmediate } from 'node:timers/promises'
import { type ApiRecord, canonicalize, type RecordId } from '@penstock/model'
import { hashRecord } from '@penstock/model/snapshot'

/** A record's body under its content address. The id is not in it: it belongs to the manifest. */
export interface Content {
  readonly hash: string
  readonly kind: string
  /** JSON in the author's order of keys. */
  readonly body: string
}

export function contentOf(record: ApiRecord): Content {
  const canonical = canonicalize(record)
  const { id: _, ...body } = canonical
  return { hash: hashRecord(canonical), kind: record.kind, body: JSON.stringify(body) }
}

/** Bodies come from our own tables, where only parsed records are written. */
export function recordOf(id: RecordId, body: string): ApiRecord {
  return { ...(JSON.parse(body) as object), id } as ApiRecord
}

/** `recordOf` for many, with a breath in between: 25,000 bodies at once would hold up every other call. */
export async function recordsOfBodies(
  rows: readonly { readonly id: RecordId; readonly body: string }[],
): Promise<Map<RecordId, ApiRecord>> {
  const records = new Map<RecordId, ApiRecord>()
  for (let at = 0; at < rows.length; at++) {
    const { id, body } = rows[at]!
    records.set(id, recordOf(id, body))
    if (at % 1000 === 999) await setImmediate()
  }
  return records
}
