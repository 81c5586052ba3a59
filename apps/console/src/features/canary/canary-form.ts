import type { CanaryView } from '@penstock/server'
import { canonicalJson } from '@penstock/model'
import { linesOf, type VariableLine, variablesOf } from '../settings/variable-lines.ts'

export type Sticky = NonNullable<CanaryView['sticky']>

/** What tells callers apart; `chance`: nothing does. */
export type Choice = 'chance' | Sticky['by']

/** The settings of a canary as they are typed. */
export interface CanaryForm {
  readonly percent: string
  readonly by: Choice
  /** Of the header or the cookie. */
  readonly name: string
  readonly lines: readonly VariableLine[]
}

export interface CanarySettings {
  readonly percentTraffic: number
  readonly stageVariableOverrides: Record<string, string>
  readonly sticky?: Sticky
}

/** What is wrong with a form, by field. */
export interface CanaryProblems {
  readonly percent?: string
  readonly name?: string
}

/** What of a canary's settings is another than it was when they were looked at: the rest stays as it is by now. */
export function changedSettings(
  before: Pick<CanaryView, 'percentTraffic' | 'stageVariableOverrides' | 'sticky'>,
  settings: CanarySettings,
): { percentTraffic?: number; stageVariableOverrides?: Record<string, string>; sticky?: Sticky | null } {
  const { percentTraffic, stageVariableOverrides } = settings
  const sticky = settings.sticky ?? null
  const isSame = (one: object | null, other: object | null) => canonicalJson(one) === canonicalJson(other)
  return {
    ...(percentTraffic !== before.percentTraffic && { percentTraffic }),
    ...(!isSame(stageVariableOverrides, before.stageVariableOverrides) && { stageVariableOverrides }),
    ...(!isSame(sticky, before.sticky) && { sticky }),
  }
}

/** A form with the settings of a canary, or with those that a new one begins with. */
export function formOf(
  canary: Pick<CanaryView, 'percentTraffic' | 'stageVariableOverrides' | 'sticky'> | null,
): CanaryForm {
  if (!canary) return { percent: '10', by: 'chance', name: '', lines: [] }
  const { percentTraffic, stageVariableOverrides, sticky } = canary
  return {
    percent: String(percentTraffic),
    by: sticky?.by ?? 'chance',
    name: sticky && 'name' in sticky ? sticky.name : '',
    lines: linesOf(stageVariableOverrides),
  }
}

/** A percentage from 0 to 100, as people of any country type it; undefined: it is none. */
export function percentOf(text: string): number | undefined {
  const typed = text.trim().replace(/\s*%$/, '').replace(',', '.')
  const percent = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN
  return percent <= 100 ? percent : undefined
}

export function problemsOf({ percent, by, name }: CanaryForm): CanaryProblems {
  return {
    ...(percentOf(percent) === undefined && { percent: 'A number from 0 to 100.' }),
    ...(isNamed(by) &&
      !/^[\w!#$%&'*+.^`|~-]{1,128}$/.test(name.trim()) && { name: `The name of a ${by}, such as session.` }),
  }
}

/** What the form says; undefined while something is wrong with it. */
export function settingsOf(form: CanaryForm): CanarySettings | undefined {
  const percentTraffic = percentOf(form.percent)
  if (percentTraffic === undefined || Object.keys(problemsOf(form)).length > 0) return undefined
  const { by } = form
  const sticky = by === 'chance' ? undefined : isNamed(by) ? { by, name: form.name.trim() } : { by }
  return { percentTraffic, stageVariableOverrides: variablesOf(form.lines), ...(sticky && { sticky }) }
}

/** Whether this tells callers apart by something with a name. */
export function isNamed(by: Choice): by is 'header' | 'cookie' {
  return by === 'header' || by === 'cookie'
}

/** Who stays on a side, after "10 % of prod's requests": ", each API key on one side". */
export function stickyText(sticky: Sticky | null): string {
  if (!sticky) return 'by chance'
  if (sticky.by === 'apiKey') return 'each API key on one side'
  if (sticky.by === 'sourceAddress') return 'each address on one side'
  return `each ${sticky.by} ${sticky.name} on one side`
}
