import type { Change, Finding, Verdict, VerdictOverride } from './types.ts'
import { byVerdict, worst } from './verdict.ts'

/**
 * Changes as they are judged where people said what some checks mean: each finding keeps what its check says by itself,
 * and none is lost. The worst changes come first again, otherwise in the order that they came in.
 */
export function overrideVerdicts(
  changes: readonly Change[],
  overrides: readonly VerdictOverride[],
): Change[] {
  if (overrides.length === 0) return [...changes]
  const byCheck = new Map(overrides.map((override) => [override.check, override]))
  return changes
    .map((change) => overrideChange(change, byCheck))
    .sort((a, b) => byVerdict(a.verdict, b.verdict))
}

function overrideChange(change: Change, overrides: ReadonlyMap<string, VerdictOverride>): Change {
  if (!change.findings.some(({ check }) => overrides.has(check))) return change
  const findings = change.findings
    .map((finding) => overrideFinding(finding, overrides.get(finding.check)))
    .sort((a, b) => byVerdict(a.verdict, b.verdict))
  const counted = findings.filter(({ override }) => override?.level !== 'off')
  // What is only off is not documentation: somebody said that it does not matter here.
  const verdict: Verdict = counted.length > 0 ? worst(counted.map((finding) => finding.verdict)) : 'safe'
  return { ...change, findings, verdict }
}

function overrideFinding(finding: Finding, override: VerdictOverride | undefined): Finding {
  if (!override) return finding
  const { check: _, ...said } = override
  const verdict = override.level === 'off' ? 'safe' : override.level
  return { ...finding, verdict, override: { ...said, from: finding.verdict } }
}
