import { type Change, summarize, type Verdict } from '@penstock/diff'

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

/** The same changes by what they mean for clients. */
export type VerdictCounts = Readonly<Record<Verdict, number>>

export function countVerdicts(changes: readonly Change[]): VerdictCounts {
  const { breaking, risky, safe, documentation } = summarize(changes)
  return { breaking, risky, safe, documentation }
}
