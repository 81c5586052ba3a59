import { checks } from './checks/index.ts'
import type { Check, Judgement } from './checks/check.ts'
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
  const judged = deltas.map((delta) => ({ delta, check: checks[delta.type].id, ...judge(delta) }))
  judged.sort(
    (a, b) =>
      byVerdict(a.verdict, b.verdict) ||
      byText(placeOf(a.delta), placeOf(b.delta)) ||
      byText(a.message, b.message),
  )
  const findings = judged.map(({ delta, check, verdict, message }) => ({
    check,
    verdict,
    message,
    location: delta.location,
  }))
  const weighty = judged.filter(({ verdict }) => verdict !== 'documentation')
  const said = weighty.length > 0 ? weighty : judged
  return {
    verdict: worst(findings.map((finding) => finding.verdict)),
    findings,
    title: said.every(({ title }) => title === said[0]!.title) ? said[0]?.title : undefined,
  }
}

function judge<T extends DeltaType>(delta: Delta<T>): Judgement {
  const check = checks[delta.type] as unknown as Check<T>
  return check.judge(delta)
}

function placeOf(delta: Delta): string {
  return JSON.stringify(delta.location.path ?? [])
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
