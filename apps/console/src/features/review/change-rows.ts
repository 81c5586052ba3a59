import type { ChangeView } from '@penstock/server'
import { groupBy } from '../../app/group-by.ts'

export type Verdict = ChangeView['verdict']

/** Worst first: what a reviewer has to read before anything else. */
export const verdicts: readonly Verdict[] = ['breaking', 'risky', 'safe', 'documentation']

export type Row =
  | { readonly type: 'heading'; readonly verdict: Verdict; readonly count: number }
  | { readonly type: 'change'; readonly change: ChangeView }

/** The changes as the rows of a list, under a heading for each verdict, optionally of one verdict only. */
export function changeRows(changes: readonly ChangeView[], only?: Verdict): Row[] {
  const groups = groupBy(changes, (change) => change.verdict)
  return verdicts
    .filter((verdict) => only === undefined || verdict === only)
    .flatMap((verdict) => {
      const members = groups.get(verdict)
      if (!members) return []
      return [
        { type: 'heading', verdict, count: members.length } as const,
        ...members.map((change) => ({ type: 'change', change }) as const),
      ]
    })
}

/** The change that is open: the one that the address names; read as text, else the first, since there is always one. */
export function openChange(
  rows: readonly Row[],
  { change, view }: { readonly change?: string | undefined; readonly view?: 'text' | undefined },
): string | undefined {
  return change ?? (view === 'text' ? neighbour(rows, undefined, 1) : undefined)
}

/** The change `step` places from this one in a list of rows; the first where none is selected. */
export function neighbour(
  rows: readonly Row[],
  selected: string | undefined,
  step: 1 | -1,
): string | undefined {
  const ids = rows.flatMap((row) => (row.type === 'change' ? [row.change.id] : []))
  const index = selected === undefined ? -1 : ids.indexOf(selected)
  if (index === -1) return ids[0]
  return ids[Math.min(ids.length - 1, Math.max(0, index + step))]
}
