import { checks } from './checks/index.ts'
import type { Check } from './checks/check.ts'
import type { Delta, DeltaType } from './delta.ts'
import type { Finding, Verdict } from './types.ts'
import { byVerdict, worst } from './verdict.ts'

export interface Classified {
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** What one check would call the whole, when the findings that matter all say one thing. */
  readonly title: string | undefined
}

/**
 * Runs the checks over structural differences: findings from worst to best, then by place.
 * The order of keys in the records leaves no trace.
 */
export function classify(deltas: readonly Delta[]): Classified {
  const judged = deltas.map(judge)
  judged.sort(
    (a, b) =>
      byVerdict(a.finding.verdict, b.finding.verdict) ||
      byText(placeOf(a.finding), placeOf(b.finding)) ||
      byText(a.finding.message, b.finding.message),
  )
  const findings = judged.map(({ finding }) => finding)
  return {
    verdict: worst(findings.map((finding) => finding.verdict)),
    findings,
    title: titleOf(judged),
  }
}

interface Judged {
  readonly finding: Finding
  readonly title: string | undefined
}

/** Words beside what matters don't make the title, but they are told of: nobody looks for them behind it otherwise. */
function titleOf(judged: readonly Judged[]): string | undefined {
  const weighty = judged.filter(({ finding }) => finding.verdict !== 'documentation')
  const said = weighty.length > 0 ? weighty : judged
  const title = said[0]?.title
  if (title === undefined || said.some((other) => other.title !== title)) return undefined
  const more = judged.length - said.length
  return more === 0 ? title : `${title} and ${more} more ${more === 1 ? 'edit' : 'edits'}`
}

function judge<T extends DeltaType>(delta: Delta<T>): Judged {
  const candidates = checks[delta.type] as unknown as readonly Check<T>[]
  const check = candidates.find(({ applies }) => !applies || applies(delta))!
  const { location, before, after } = delta
  return {
    finding: {
      check: check.id,
      verdict: check.level,
      message: check.message(delta),
      location,
      ...(before && { before }),
      ...(after && { after }),
    },
    title: check.title?.(delta),
  }
}

function placeOf(finding: Finding): string {
  return JSON.stringify(finding.location.path ?? [])
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
