import { type ApiRecord, applyDiff, type Definition, type RecordId } from '@penstock/model'

/** A content made of another: records that they share stay the same objects. */
export function applyDifference(
  definition: Definition,
  put: readonly ApiRecord[],
  removed: readonly ApiRecord[],
): Definition {
  const added: Record<RecordId, ApiRecord> = {}
  const updated: Record<RecordId, readonly [ApiRecord, ApiRecord]> = {}
  for (const record of put) {
    const before = definition.get(record.id)
    if (before) updated[record.id] = [before, record]
    else added[record.id] = record
  }
  return applyDiff(definition, {
    added,
    updated,
    removed: Object.fromEntries(removed.map((record) => [record.id, record])),
  })
}
