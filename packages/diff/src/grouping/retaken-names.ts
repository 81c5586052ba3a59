import { type ApiRecord, nameKey, type RecordId } from '@penstock/model'
import type { Claims } from './claims.ts'

/**
 * Models and components that were added under the name of one that went, or that is called otherwise now: for whatever
 * refers to them by that name they are the same, edited. New id → what the name led to before.
 */
export function claimForRetakenNames(claims: Claims): Map<RecordId, ApiRecord> {
  const retaken = new Map<RecordId, ApiRecord>()
  const left = new Map<string, ApiRecord>()
  const { after, diff } = claims
  for (const record of [
    ...Object.values(diff.removed),
    ...Object.values(diff.updated).map(([from]) => from),
  ]) {
    const name = nameKey(record)
    if (name !== undefined && !isCalled(after.get(record.id), name)) left.set(name, record)
  }
  if (left.size === 0) return retaken
  for (const kind of ['model', 'component'] as const)
    for (const record of claims.ordered('added', kind)) {
      const name = nameKey(record)!
      const earlier = left.get(name)
      if (!earlier) continue
      left.delete(name)
      retaken.set(record.id, earlier)
      if (!Object.hasOwn(diff.removed, earlier.id)) continue
      claims.speaksForItself(record.id)
      claims.take(earlier.id, record.id)
    }
  return retaken
}

function isCalled(record: ApiRecord | undefined, name: string): boolean {
  return record !== undefined && nameKey(record) === name
}
