import type { ChangeView } from '@penstock/server'

export interface ChangeFilter {
  readonly verdict?: ChangeView['verdict'] | undefined
  readonly kind?: ChangeView['kind'] | undefined
  /** Words that all have to be somewhere in what is said of a change. */
  readonly text?: string | undefined
}

/** The changes that a person asked for, in the order that they came in. */
export function filterChanges(
  changes: readonly ChangeView[],
  { verdict, kind, text = '' }: ChangeFilter,
): readonly ChangeView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (verdict === undefined && kind === undefined && words.length === 0) return changes
  return changes.filter(
    (change) =>
      (verdict === undefined || change.verdict === verdict) &&
      (kind === undefined || change.kind === kind) &&
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
