import { kindOf } from './kinds/index.ts'
import type { ApiRecord } from './records.ts'

/** Stands for a secret that is set, and says nothing of it: not even a hash, which could be guessed at. */
const mask = '••••••••'

/**
 * A record as it may be shown where it is compared: texts in its kind's secret fields are masked. Those that are not
 * what the other record has in their place say so, and no more.
 */
export function maskSecrets<R extends ApiRecord>(record: R, other?: ApiRecord): R {
  return mapSecrets(record, (value, path) => {
    const theirs = other && textAt(other, path)
    return theirs === undefined || theirs === value ? mask : `${mask} (another value)`
  })
}

/** The record with another text for each in its kind's secret fields. */
export function mapSecrets<R extends ApiRecord>(
  record: R,
  change: (value: string, path: readonly string[]) => string,
): R {
  const { secrets = [] } = kindOf(record.kind)
  const held = secrets.filter((field) => (record as unknown as Fields)[field] !== undefined)
  if (held.length === 0) return record
  const mapped: Fields = { ...record }
  for (const field of held) mapped[field] = mapTexts(mapped[field], [field], change)
  return mapped as unknown as R
}

type Fields = Record<string, unknown>

function mapTexts(
  value: unknown,
  path: readonly string[],
  change: (value: string, path: readonly string[]) => string,
): unknown {
  if (typeof value !== 'object' || value === null) return change(String(value), path)
  const members = Object.entries(value).map(([key, member]) => [
    key,
    mapTexts(member, [...path, key], change),
  ])
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members)
}

function textAt(record: ApiRecord, path: readonly string[]): string | undefined {
  let value: unknown = record
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Fields)[key]
  }
  return typeof value === 'string' ? value : undefined
}
