import type { ChangeView } from '@penstock/server'
import { isUsedLike, type UsageOf, type UseFilter } from './consequences/use-of-changes.ts'

export interface ChangeFilter {
  readonly verdict?: ChangeView['verdict'] | undefined
  readonly kind?: ChangeView['kind'] | undefined
  /** Words that all have to be somewhere in what is said of a change. */
  readonly text?: string | undefined
  /** How much the routes that a change touches were used, as far as `usageOf` knows. */
  readonly use?: UseFilter | undefined
  readonly usageOf?: UsageOf
}

/** The changes that a person asked for, in the order that they came in. */
export function filterChanges(
  changes: readonly ChangeView[],
  { verdict, kind, text = '', use, usageOf }: ChangeFilter,
): readonly ChangeView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const isUsed = use !== undefined && usageOf !== undefined
  if (verdict === undefined && kind === undefined && words.length === 0 && !isUsed) return changes
  return changes.filter(
    (change) =>
      (verdict === undefined || change.verdict === verdict) &&
      (kind === undefined || change.kind === kind) &&
      (!isUsed || isUsedLike(change, usageOf, use)) &&
      says(change, words),
  )
}

function says({ title, findings, also }: ChangeView, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const said = [
    title,
    ...findings.flatMap(({ check, message }) => [check, message]),
    ...also.map(({ name }) => name),
  ]
    .join('\n')
    .toLowerCase()
  return words.every((word) => said.includes(word))
}
