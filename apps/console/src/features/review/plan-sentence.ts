import { verdicts } from '@penstock/diff/words'
import type { PlanView } from '@penstock/server'

/** "7 changes to prod: 1 breaking, 2 risky, 4 safe · 3 routes". The name of the plan stands beside it. */
export function planSentence({ stage, summary }: PlanView): string {
  if (summary.total === 0) return `Nothing to deploy to ${stage}`
  const said = verdicts
    .filter((verdict) => summary[verdict] > 0)
    .map((verdict) => `${count(summary[verdict])} ${verdict}`)
  return [
    `${plural(summary.total, 'change')} to ${stage}: ${said.join(', ')}`,
    ...(summary.routes > 0 ? [plural(summary.routes, 'route')] : []),
  ].join(' · ')
}

/** All that is deployed with what breaks callers: "1 breaking change", or "3 changes (2 breaking)". */
export function breakingSentence({ changes }: Pick<PlanView, 'changes'>): string {
  const breaking = changes.filter(({ verdict }) => verdict === 'breaking').length
  return breaking === changes.length
    ? plural(breaking, 'breaking change')
    : `${plural(changes.length, 'change')} (${count(breaking)} breaking)`
}

/** "3 changes", with thousands separated. */
export function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`
}

function count(value: number): string {
  return value.toLocaleString('en')
}
