import type { Diagnostic, Severity } from '@penstock/model'
import { counted } from './problem-marks.ts'

/** Worst first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

export const severityNouns: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'hint',
}

/** What of the problems somebody wants to see. */
export interface ProblemFilter {
  readonly severity: Severity | 'all'
  readonly rule: string | null
  readonly text: string
}

export const everything: ProblemFilter = { severity: 'all', rule: null, text: '' }

/** The problems that pass, worst first, those of one rule together and in their own order. */
export function listedProblems(
  problems: readonly Diagnostic[],
  filter: ProblemFilter,
  titleOf: (problem: Diagnostic) => string,
): Diagnostic[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  const passes = (problem: Diagnostic) => {
    if (filter.severity !== 'all' && problem.severity !== filter.severity) return false
    if (filter.rule !== null && problem.code !== filter.rule) return false
    if (words.length === 0) return true
    const text = `${problem.code} ${problem.message} ${titleOf(problem)}`.toLowerCase()
    return words.every((word) => text.includes(word))
  }
  const rank = (problem: Diagnostic) => severities.indexOf(problem.severity)
  return problems
    .filter(passes)
    .sort((a, b) => rank(a) - rank(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
}

/** Rules that found something, with how much, by name. */
export function rulesWithCounts(problems: readonly Diagnostic[]): [rule: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The next problem from the one that was gone to last, round and round; the first where that is gone. */
export function nextProblem(
  problems: readonly Diagnostic[],
  last: Diagnostic | null,
  step: 1 | -1,
): Diagnostic | undefined {
  const at = last === null ? -1 : problems.findIndex((problem) => sameProblem(problem, last))
  if (at < 0) return step === 1 ? problems[0] : problems.at(-1)
  return problems[(at + step + problems.length) % problems.length]
}

export function sameProblem(a: Diagnostic, b: Diagnostic): boolean {
  return a === b || problemKey(a) === problemKey(b)
}

export function problemKey({ code, location, message }: Diagnostic): string {
  return `${code} ${location.record ?? ''} ${(location.path ?? []).join('.')} ${message}`
}

/** How many there are, in a few words; hints are counted apart. */
export function problemCount(problems: readonly Diagnostic[]): string {
  const hints = problems.filter(({ severity }) => severity === 'info').length
  const count = problems.length - hints
  const parts = [counted(count, 'problem'), counted(hints, 'hint')].filter((part) => part !== '')
  return parts.join(', ') || 'No problems'
}
