import { createHash } from 'node:crypto'
import { AppError } from '@penstock/errors'
import { type Bundle, bundleFormat, bundleSchema } from './schema.ts'

/** The name of a bundle: SHA-256 of its bytes, base64url. */
export function bundleHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

/**
 * Bytes to a verified bundle. Throws BUNDLE_CORRUPT when they are not what `hash` names or do not follow the schema
 * (a file cut in half, a wrong answer), BUNDLE_TOO_NEW when a newer build wrote them.
 */
export function loadBundle(bytes: Uint8Array, hash: string): Bundle {
  const found = bundleHash(bytes)
  if (found !== hash) throw corrupt(hash, `its content has the hash ${found}`)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw corrupt(hash, 'it is not JSON', cause)
  }
  const format = (value as { format?: unknown } | null)?.format
  if (typeof format === 'number' && format > bundleFormat)
    throw new AppError('BUNDLE_TOO_NEW', { params: { version: format, supported: bundleFormat } })
  const parsed = bundleSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw corrupt(hash, issue ? `${issue.path.join('.')}: ${issue.message}` : 'it does not follow the schema')
}

function corrupt(hash: string, reason: string, cause?: unknown): AppError {
  return new AppError('BUNDLE_CORRUPT', { params: { hash, reason }, cause })
}
