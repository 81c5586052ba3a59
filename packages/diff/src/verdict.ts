import type { Change, Verdict } from './types.ts'

/** From worst to best. */
export const verdicts: readonly Verdict[] = ['breaking', 'risky', 'safe', 'documentation']

export function worst(given: Iterable<Verdict>): Verdict {
  let rank = verdicts.length - 1
  for (const verdict of given) rank = Math.min(rank, verdicts.indexOf(verdict))
  return verdicts[rank]!
}

/** Of two verdicts the order in which people should read them. */
export function byVerdict(a: Verdict, b: Verdict): number {
  return verdicts.indexOf(a) - verdicts.indexOf(b)
}

/** How many changes there are of each verdict, in all, and how many routes they touch. */
export function summarize(
  changes: readonly Change[],
): Record<Verdict, number> & { total: number; routes: number } {
  const routes = new Set<string>()
  const summary = { breaking: 0, risky: 0, safe: 0, documentation: 0, total: changes.length, routes: 0 }
  for (const { verdict } of changes) summary[verdict]++
  for (const affects of new Set(changes.map((change) => change.affects)))
    for (const method of affects) routes.add(method)
  return { ...summary, routes: routes.size }
}
