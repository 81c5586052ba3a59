import type { Change, Verdict } from './types.ts'
import { verdicts } from './verdict.ts'

const marks: Readonly<Record<Change['action'], string>> = { added: '+', changed: '~', removed: '-' }

/** A change as lines of plain text: the heading with its verdict, then one line for each finding that adds to it. */
export function describeChange(change: Change): string[] {
  const heading = `${marks[change.action]} ${change.title} (${change.verdict})`
  const findings = change.findings.map(
    (finding) => `    ${finding.verdict}: ${finding.message} [${finding.check}]`,
  )
  const also = change.also.length
    ? [`    with ${count(change.also.length, 'more record', 'more records')}`]
    : []
  return [heading, ...findings, ...also]
}

/** `7 changes: 1 breaking, 2 risky, 4 safe · 3 routes`. */
export function describeSummary(
  summary: Readonly<Record<Verdict, number>> & { total: number; routes: number },
): string {
  if (summary.total === 0) return 'No changes'
  const parts = verdicts
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => `${summary[verdict]} ${verdict}`)
  return `${count(summary.total, 'change', 'changes')}: ${parts.join(', ')} · ${count(summary.routes, 'route', 'routes')}`
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}
