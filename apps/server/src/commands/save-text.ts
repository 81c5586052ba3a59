import { AppError } from '@penstock/errors'
import { keptMax, type KeptPart, sizeOf } from '@penstock/openapi/live'
import { lockApi } from '../store/apis.ts'
import { transact } from '../store/executor.ts'
import { putTextParts, readTextParts, removeTextParts } from '../store/text-parts.ts'
import type { CommandContext } from './context.ts'
import { type RefusedPart, safeChanges } from './save-text-safe.ts'

/** The revision of a part that is not there. */
const none = 0

export interface SaveTextInput {
  readonly slug: string
  /** The tab that wrote it, which hears nothing new. */
  readonly tab: string
  /** With the revision that was seen; 0: there was none. */
  readonly put: readonly (KeptPart & { readonly revision: number })[]
  readonly remove: readonly { readonly place: string; readonly revision: number }[]
}

/** A part that somebody else wrote meanwhile; its text is null where they removed it. */
export interface StalePart {
  readonly place: string
  readonly text: string | null
  readonly record: string | null
  readonly revision: number
}

export interface SavedText {
  /** The revision of what was put. */
  readonly version: number
  /** What was not saved: somebody else wrote it meanwhile. */
  readonly stale: readonly StalePart[]
  /** What was not saved and never is, as it stands. */
  readonly refused: readonly RefusedPart[]
}

/**
 * Keeps how a draft's text is written, without the secrets in it: whoever may read the API may read this; what can't be told
 * from them is refused, part by part. Not part of the definition: nothing becomes staged by it. Throws TEXT_TOO_LARGE.
 */
export async function saveText(
  { db, live }: CommandContext,
  { slug, tab, ...input }: SaveTextInput,
): Promise<SavedText> {
  // Before any of it is read: that takes time in proportion.
  if (sizeOfAll(input.put) > keptMax) throw tooLarge()
  const { put, remove, refused } = safeChanges(input)
  const saved = await transact(db, async (tx) => {
    const api = await lockApi(tx, slug)
    const there = new Map((await readTextParts(tx, api.id)).map((part) => [part.place, part]))
    const isStale = ({ place, revision }: { place: string; revision: number }) =>
      (there.get(place)?.revision ?? none) !== revision
    const stale = [...put, ...remove].filter(isStale).map(({ place }): StalePart => {
      const { text = null, record = null, revision = none } = there.get(place) ?? {}
      return { place, text, record, revision }
    })
    const fresh = put.filter((part) => !isStale(part))
    const gone = remove.filter((part) => !isStale(part)).map(({ place }) => place)
    if (fresh.length + gone.length === 0) return { version: api.textVersion, stale, changed: false }
    const before = sizeOfAll(there.values())
    for (const place of gone) there.delete(place)
    for (const part of fresh) there.set(part.place, part)
    const after = sizeOfAll(there.values())
    // What was too much before can only be made less of.
    if (after > keptMax && after > before) throw tooLarge()
    const version = api.textVersion + 1
    await removeTextParts(tx, api.id, gone)
    await putTextParts(tx, api.id, version, fresh)
    await tx.api.update({ where: { id: api.id }, data: { textVersion: version } })
    return { version, stale, changed: true }
  })
  if (saved.changed) live.publish({ type: 'text', slug, tab })
  return { version: saved.version, stale: saved.stale, refused }
}

function tooLarge(): AppError {
  return new AppError('TEXT_TOO_LARGE', { params: { limit: `${keptMax / 1024 / 1024} MB` } })
}

function sizeOfAll(parts: Iterable<KeptPart>): number {
  let size = 0
  for (const part of parts) size += sizeOf(part)
  return size
}
