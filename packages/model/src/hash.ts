import { createHash } from 'node:crypto'
import { canonicalJson, canonicalize } from './canonical.ts'
import type { ApiRecord } from './records.ts'

/** SHA-256 of a text, base64url, 43 characters: the name of every piece of content. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** The content address of a record (SPEC C5). The id is part of the manifest, not of the content. */
export function hashRecord(record: ApiRecord): string {
  const { id: _, ...body } = canonicalize(record) as ApiRecord & Record<string, unknown>
  return hashText(canonicalJson(body))
}
