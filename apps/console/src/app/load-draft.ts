import type { DraftPart, DraftView, VersionedRecord } from '@penstock/server'
import { ProblemError, problemFrom } from './problem.ts'
import { readParts, requireWhole } from './read-parts.ts'

/** A draft with what to ask by whether it changed since. */
export interface TaggedDraft extends DraftView {
  readonly tag: string | null
}

/** What was begun before is taken only for so long: afterwards somebody may have changed something. */
const freshMs = 5_000

const begun = new Map<string, { at: number; draft: Promise<TaggedDraft> }>()

/** All of a draft, as the server has it now: read while it is written. Throws ProblemError. */
export async function loadDraft(slug: string): Promise<TaggedDraft> {
  const draft = await read(slug, null)
  if (!draft) throw new ProblemError(problemFrom(null))
  return draft
}

/** All of a draft as it is now; null if it is still the one of this tag. Throws ProblemError. */
export function loadIfChanged(slug: string, tag: string | null): Promise<TaggedDraft | null> {
  return read(slug, tag)
}

async function read(slug: string, known: string | null): Promise<TaggedDraft | null> {
  const answer = await readParts<DraftPart>(`/draft-data/${encodeURIComponent(slug)}`, known)
  if (!answer) return null
  const records: VersionedRecord[] = []
  let head: Exclude<DraftPart, readonly VersionedRecord[]> | null = null
  for await (const part of answer.parts) {
    if ('version' in part) head = part
    else for (const record of part) records.push(record)
  }
  requireWhole(head?.size, records)
  return { ...head!, records, tag: answer.tag }
}

/** Begins to load a draft while the screen that will ask for it is still on its way. */
export function beginDraft(slug: string): void {
  const draft = loadDraft(slug)
  begun.set(slug, { at: performance.now(), draft })
  // Who takes it hears of the failure; nobody needs to take it.
  draft.catch(() => begun.delete(slug))
}

/** The draft that was begun for this, else one that is begun now. */
export function takeDraft(slug: string): Promise<TaggedDraft> {
  const known = begun.get(slug)
  begun.delete(slug)
  return known && performance.now() - known.at < freshMs ? known.draft : loadDraft(slug)
}
