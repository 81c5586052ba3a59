import { AppError } from '@penstock/errors'
import { kinds } from './kinds/index.ts'
import type { ApiRecord } from './records.ts'

/** Untrusted input to a record; throws RECORD_INVALID naming the field. */
export function parseRecord(value: unknown): ApiRecord {
  const kind = (value as { kind?: unknown } | null)?.kind
  const id = String((value as { id?: unknown } | null)?.id ?? '?')
  const definition = typeof kind === 'string' && kind in kinds ? kinds[kind as keyof typeof kinds] : undefined
  if (!definition) throw new AppError('RECORD_INVALID', { params: { id, reason: `unknown kind "${String(kind)}"` } })
  const parsed = definition.schema.safeParse(value)
  if (parsed.success) return parsed.data as ApiRecord
  const issue = parsed.error.issues[0]
  const reason = issue ? `${issue.path.join('.') || 'record'}: ${issue.message}` : 'unknown'
  throw new AppError('RECORD_INVALID', { params: { id, reason } })
}
