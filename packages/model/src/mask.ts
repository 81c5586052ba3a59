import { hashText } from './hash.ts'
import { kindOf } from './kinds/index.ts'
import type { ApiRecord } from './records.ts'

/**
 * A record as it may be shown where it is compared: texts in its kind's secret fields are replaced by the beginning of
 * their hash, so that one can see that a value changed and not what it is.
 */
export function maskSecrets<R extends ApiRecord>(record: R): R {
  const { secrets = [] } = kindOf(record.kind)
  const masked: Record<string, unknown> = { ...record }
  for (const field of secrets) if (masked[field] !== undefined) masked[field] = mask(masked[field])
  return masked as R
}

function mask(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return `•••• (${hashText(String(value)).slice(0, 8)})`
  if (Array.isArray(value)) return value.map(mask)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mask(member)]))
}
