import type { ApiSummary, StageSummary } from '@penstock/server'

export type StageLimits = NonNullable<StageSummary['limits']>
export type LimitName = keyof StageLimits

/** A limit as it is written in its field: how much of it one of its units is. */
export interface LimitField {
  readonly name: LimitName
  readonly label: string
  readonly unit: number
}

const mebibyte = 1_048_576

const ofTime: LimitField = { name: 'timeoutMs', label: 'Integrations, in seconds', unit: 1_000 }
const ofSize: readonly LimitField[] = [
  { name: 'requestBodyBytes', label: 'Bodies of requests, in MiB', unit: mebibyte },
  { name: 'responseBodyBytes', label: 'Answers that are mapped, in MiB', unit: mebibyte },
  { name: 'headerBytes', label: 'Headers, in bytes', unit: 1 },
  { name: 'urlBytes', label: 'Path and query, in bytes', unit: 1 },
]

/** Messages of a WebSocket have sizes of their own. */
export function limitFields(type: ApiSummary['type']): readonly LimitField[] {
  return type === 'WEBSOCKET' ? [ofTime] : [ofTime, ...ofSize]
}

/** What the fields hold; what is empty is as usual. */
export type LimitsDraft = Readonly<Record<LimitName, string>>
export type LimitProblems = Readonly<Partial<Record<LimitName, string>>>

export function limitsDraftOf(limits: StageSummary['limits']): LimitsDraft {
  const text = ({ name, unit }: LimitField) => {
    const value = limits?.[name]
    return [name, value === undefined ? '' : String(value / unit)]
  }
  return Object.fromEntries([ofTime, ...ofSize].map(text)) as Record<LimitName, string>
}

/** The limits that the fields say, null for none; or what keeps them from being any. */
export function readLimitsDraft(
  draft: LimitsDraft,
): { limits: StageLimits | null } | { problems: LimitProblems } {
  const limits: { -readonly [K in LimitName]?: number } = {}
  const problems: { -readonly [K in LimitName]?: string } = {}
  for (const { name, unit } of [ofTime, ...ofSize]) {
    const typed = draft[name].trim().replace(',', '.')
    if (typed === '') continue
    const value = /^\d+(\.\d+)?$/.test(typed) ? Math.round(Number(typed) * unit) : Number.NaN
    if (Number.isSafeInteger(value)) limits[name] = value
    else problems[name] = 'A number, or nothing for the usual.'
  }
  if (Object.keys(problems).length > 0) return { problems }
  return { limits: Object.keys(limits).length === 0 ? null : limits }
}

export function sameLimitsDraft(a: LimitsDraft, b: LimitsDraft): boolean {
  return Object.entries(a).every(([name, text]) => b[name as LimitName] === text)
}

/** What holds where a field is empty. */
export function usualText({ name, unit }: LimitField, usual: ApiSummary['usualLimits'] | undefined): string {
  const value = usual?.[name]
  return value === undefined ? '' : value === null ? 'no limit' : (value / unit).toLocaleString('en')
}
