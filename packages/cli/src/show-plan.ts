import type { ToldChange, Verdict } from '@penstock/diff'
import { verdicts } from '@penstock/diff/words'
import type { Diagnostic } from '@penstock/model'
import pc from 'picocolors'

/** The members of a plan that the command line shows; the server answers more. */
export interface PlanAnswer {
  readonly stage: string
  readonly base: { readonly version: number } | null
  readonly planHash: string
  readonly summary: Readonly<Record<Verdict, number>> & { readonly total: number }
  readonly changes: readonly ToldChange[]
  readonly checks: readonly Diagnostic[]
}

const colour: Record<Verdict, (text: string) => string> = {
  breaking: pc.red,
  risky: pc.yellow,
  safe: pc.green,
  documentation: pc.dim,
}
const glyph = { added: pc.green('+'), removed: pc.red('−'), changed: pc.yellow('~') }

/** A list of changes in words, worst first within the order given, with what each means for clients. */
export function showChanges(
  changes: readonly ToldChange[],
  use: ReadonlyMap<string, string> = none,
): string[] {
  return changes.flatMap((change) => [
    `${glyph[change.action]} ${change.title}  ${colour[change.verdict](change.verdict)}`,
    ...change.findings.map((finding) => pc.dim(`    ${finding.message}${overridden(finding)}`)),
    ...(change.acknowledged ? [pc.dim(`    acknowledged: ${change.acknowledged.reason}`)] : []),
    ...along(change).map((line) => pc.dim(`    ${line}`)),
    ...(use.has(change.id) ? [pc.dim(`    ${use.get(change.id)!}`)] : []),
  ])
}

const none: ReadonlyMap<string, string> = new Map()

/** What a check says by itself, where somebody said otherwise. */
function overridden({ override }: ToldChange['findings'][number]): string {
  return override ? ` [${override.level}, by itself ${override.from}: ${override.reason}]` : ''
}

/** What else changed because of it: the first by name. */
function along({ also }: ToldChange): string[] {
  if (also.length === 0) return []
  const names = also.slice(0, 3).map(({ name }) => name)
  const more = also.length - names.length
  return [`with ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`]
}

/** "1 change", "3 changes". */
export function countChanges(count: number): string {
  return `${count} ${count === 1 ? 'change' : 'changes'}`
}

/** "1 breaking, 2 safe": the verdicts that there are, worst first. */
export function showVerdicts(summary: PlanAnswer['summary']): string {
  return verdicts
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => `${summary[verdict]} ${verdict}`)
    .join(', ')
}

/** `use`: what is said below a change of how much its routes were used. */
export function showPlan(plan: PlanAnswer, use?: ReadonlyMap<string, string>): string {
  const { summary } = plan
  const base = plan.base ? `v${plan.base.version}` : 'nothing deployed yet'
  const head =
    summary.total === 0
      ? `${plan.stage} (${base}) is in step with the draft: nothing to deploy`
      : `${countChanges(summary.total)} to ${plan.stage} (${base}): ${showVerdicts(summary)}`
  return [
    head,
    ...showChanges(plan.changes, use),
    ...plan.checks.map(
      (check) =>
        `${check.severity === 'error' ? pc.red(check.severity) : pc.yellow(check.severity)} ${check.message}`,
    ),
    pc.dim(`plan ${plan.planHash}`),
  ].join('\n')
}
