import type { ApiRecord, RecordKind } from '@penstock/model'
import { nodeOf } from '../nodes/definitions.ts'

/** How many there are of each kind, in words, the most first. */
export function countsOf(records: readonly ApiRecord[]): { kind: RecordKind; words: string }[] {
  const counts = new Map<RecordKind, number>()
  for (const { kind } of records) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => ({ kind, words: `${count} ${nodeOf(kind).noun}${count === 1 ? '' : 's'}` }))
}
