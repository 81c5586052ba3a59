import { AppError } from '@penstock/errors'
import { z } from 'zod'
import { kinds } from './kinds/index.ts'
import type { ApiRecord } from './records.ts'

/** Enough of anything to say what it is; what is not even that is called `?`. */
const headSchema = z
  .object({ kind: z.string().catch('?'), id: z.string().catch('?') })
  .catch({ kind: '?', id: '?' })

/** Ids stand in manifests line by line (SPEC S1), so nothing may be in them that ends a word or a line. */
const idPattern = /^[\w.:-]{1,128}$/

/** The one rule of ids from outside (SPEC S1); throws RECORD_INVALID. */
export function checkRecordId(id: string): void {
  if (idPattern.test(id)) return
  const reason = 'its id may hold up to 128 letters, digits and _ . : -'
  throw new AppError('RECORD_INVALID', { params: { id: id.slice(0, 200), reason } })
}

/** Untrusted input to a record; throws RECORD_INVALID naming the field. */
export function parseRecord(value: unknown): ApiRecord {
  const { kind, id } = headSchema.parse(value)
  const definition = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : undefined
  if (!definition) throw new AppError('RECORD_INVALID', { params: { id, reason: `unknown kind "${kind}"` } })
  checkRecordId(id)
  const parsed = definition.schema.safeParse(value)
  if (parsed.success) return parsed.data as ApiRecord
  const issue = parsed.error.issues[0]
  const reason = issue ? `${issue.path.join('.') || 'record'}: ${issue.message}` : 'unknown'
  throw new AppError('RECORD_INVALID', { params: { id, reason } })
}
