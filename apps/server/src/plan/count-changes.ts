import type { Change } from '@penstock/diff'

/** How many changes a person made, by what they did. One number everywhere: strip, plan, review and history. */
export interface ChangeCounts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

export function countChanges(changes: readonly Change[]): ChangeCounts {
  const counts = { added: 0, changed: 0, removed: 0 }
  for (const { action } of changes) counts[action]++
  return counts
}
