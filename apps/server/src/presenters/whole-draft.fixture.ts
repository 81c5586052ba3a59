import type { Core } from '../core.ts'
import { presentDraft } from './drafts.ts'
import type { DraftHead, DraftView, VersionedRecord } from './draft-view.ts'

/** A draft as a browser has it once all parts came. */
export async function wholeDraft(core: Core, slug: string): Promise<DraftView> {
  const [head, ...parts] = (await presentDraft(core, slug)).parts
  return { ...(head as DraftHead), records: parts.flat() as VersionedRecord[] }
}
