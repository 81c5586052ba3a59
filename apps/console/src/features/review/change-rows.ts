import type { ChangeView } from '@penstock/server'
import { groupBy } from '../../app/group-by.ts'
import { type Fold, foldChanges, isFold, verdicts } from '@penstock/diff/words'

export type Verdict = ChangeView['verdict']

/** In the order of their verdicts, which a reviewer reads worst first; those of one verdict stay in theirs. */
export function worstFirst(changes: readonly ChangeView[]): ChangeView[] {
  return changes.toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
}

export type Row =
  | { readonly type: 'heading'; readonly verdict: Verdict; readonly count: number }
  /** Closed it stands for all its changes; open they are rows of their own below it. */
  | { readonly type: 'fold'; readonly fold: Fold; readonly isOpen: boolean }
  | { readonly type: 'change'; readonly change: ChangeView; readonly isInside: boolean }

/** The changes as the rows of a list, under a heading for each verdict, with what is alike folded unless it is open. */
export function changeRows(
  changes: readonly ChangeView[],
  open: ReadonlySet<string> = nothing,
  isFolding = true,
): Row[] {
  const groups = groupBy(changes, (change) => change.verdict)
  return verdicts.flatMap((verdict) => {
    const members = groups.get(verdict)
    if (!members) return []
    return [
      { type: 'heading', verdict, count: members.length } as const,
      ...(isFolding ? foldChanges(members) : members).flatMap((entry) => rowsOf(entry, open)),
    ]
  })
}

const nothing: ReadonlySet<string> = new Set()

function rowsOf(entry: ChangeView | Fold, open: ReadonlySet<string>): Row[] {
  if (!isFold(entry)) return [{ type: 'change', change: entry, isInside: false }]
  const isOpen = open.has(entry.key)
  const inside = isOpen ? entry.changes : []
  return [
    { type: 'fold', fold: entry, isOpen },
    ...inside.map((change) => ({ type: 'change', change, isInside: true }) as const),
  ]
}

/**
 * The change that is open: the one that the address names, where it is listed; read as text, else the first, since there
 * is always one.
 */
export function openChange(
  rows: readonly Row[],
  { change, view }: { readonly change?: string | undefined; readonly view?: 'text' | undefined },
): string | undefined {
  const listed = rowOf(rows, change) && change
  return listed ?? (view === 'text' ? neighbour(rows, undefined, 1) : undefined)
}

/** The row that shows a change: its own, or the closed fold that it is in. */
export function rowOf(rows: readonly Row[], change: string | undefined): Row | undefined {
  return change === undefined ? undefined : rows.find((row) => changesIn(row).some(({ id }) => id === change))
}

/** The change `step` rows from this one; the first where none is selected. A closed fold is one step. */
export function neighbour(
  rows: readonly Row[],
  selected: string | undefined,
  step: 1 | -1,
): string | undefined {
  const stops = rows.map(changesIn).filter((changes) => changes.length > 0)
  const index = stops.findIndex((changes) => changes.some(({ id }) => id === selected))
  const next = index === -1 ? 0 : Math.min(stops.length - 1, Math.max(0, index + step))
  return next === index ? selected : stops[next]?.[0]?.id
}

/** The changes that a row shows by itself. */
export function changesIn(row: Row): readonly ChangeView[] {
  if (row.type === 'change') return [row.change]
  return row.type === 'fold' && !row.isOpen ? row.fold.changes : []
}
