import type { DraftPart, DraftView, VersionedRecord } from '@penstock/server'
import { jsonLines } from './json-lines.ts'
import { ProblemError, problemFrom } from './problem.ts'

/** A draft with what to ask by whether it changed since. */
export interface TaggedDraft extends DraftView {
  readonly tag: string | null
}

/** What was begun before is taken only for so long: afterwards somebody may have changed something. */
const freshMs = 5_000

const begun = new Map<string, { at: number; draft: Promise<TaggedDraft> }>()

/** All of a draft, as the server has it now: read while it is written. Throws ProblemError. */
export async function loadDraft(slug: string): Promise<TaggedDraft> {
  const draft = await read(slug, {})
  if (!draft) throw new ProblemError(problemFrom(null))
  return draft
}

/** All of a draft as it is now; null if it is still the one of this tag. Throws ProblemError. */
export function loadIfChanged(slug: string, tag: string | null): Promise<TaggedDraft | null> {
  return read(slug, tag === null ? {} : { 'if-none-match': tag })
}

async function read(slug: string, headers: Record<string, string>): Promise<TaggedDraft | null> {
  const answer = await fetch(`/draft-data/${encodeURIComponent(slug)}`, { headers }).catch(() => null)
  if (answer?.status === 304) return null
  if (!answer?.ok || !answer.body) {
    // What stands between here and the server, a proxy say, may answer something else.
    throw new ProblemError(problemFrom(await answer?.json().catch(() => null)))
  }
  const records: VersionedRecord[] = []
  let head: Exclude<DraftPart, readonly VersionedRecord[]> | null = null
  for await (const part of jsonLines(answer.body) as AsyncIterable<DraftPart>) {
    if ('version' in part) head = part
    else for (const record of part) records.push(record)
  }
  // Broken off without an error: half an API must never look like all of it.
  if (head?.size !== records.length) throw new ProblemError(problemFrom(null))
  return { ...head, records, tag: answer.headers.get('etag') }
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
