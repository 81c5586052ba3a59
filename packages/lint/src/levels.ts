import type { Api, ApiRecord, Json, Severity } from '@penstock/model'

/** What somebody wants a rule to be: another severity, or nothing at all. */
export type Level = Severity | 'off'

export type Levels = ReadonlyMap<string, Level>

/** The member of an api record's, a method's or another record's `rest` that holds levels by rule. */
export const levelsKey = 'x-penstock-lint'

const known: ReadonlySet<unknown> = new Set<Level>(['error', 'warning', 'info', 'off'])
const none: Levels = new Map()

/** Levels that a record sets, for the whole API or for itself. What is no level counts as not said. */
export function levelsOf(record: ApiRecord | undefined): Levels {
  const rest = record && 'rest' in record ? record.rest : undefined
  const value: Json | undefined = rest?.[levelsKey]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return none
  return new Map(Object.entries(value).filter((entry): entry is [string, Level] => known.has(entry[1])))
}

/** The api record with a rule at another level, for all of it; null sets it back to what it is by itself. */
export function withLevel(api: Api, rule: string, level: Level | null): Api {
  const levels = new Map(levelsOf(api))
  if (level === null) levels.delete(rule)
  else levels.set(rule, level)
  const { [levelsKey]: _, ...rest } = api.rest ?? {}
  if (levels.size > 0) rest[levelsKey] = Object.fromEntries([...levels].sort(([a], [b]) => (a < b ? -1 : 1)))
  const { rest: __, ...others } = api
  return Object.keys(rest).length > 0 ? { ...others, rest } : others
}
