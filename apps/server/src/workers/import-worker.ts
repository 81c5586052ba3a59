// The thread in which a description is parsed, mapped and hashed: seconds of work for a large one. One job a thread,
// so that the memory it took is given back.
import { definitionOf } from '@penstock/model'
import { type ImportOptions, importDocument, type ImportReport, type ImportResult } from '@penstock/openapi'
import { keepText, type KeptText } from '@penstock/openapi/live'
import { contentOf, recordOf } from '../store/content.ts'
import { answerJob } from './answer-job.ts'
import type { WireError } from './error-over-the-wire.ts'
import { type UnansweredGroup, unansweredGroups } from './unanswered-groups.ts'

export interface ImportJob {
  readonly text: string
  readonly options: Omit<ImportOptions, 'existing'>
  /** The draft that is merged into or overwritten, as ids and bodies: text is the quickest thing to hand over. */
  readonly existing: { readonly ids: readonly string[]; readonly bodies: readonly string[] } | null
}

/** The records in four columns of equal length. */
export interface ImportedContent {
  readonly ids: readonly string[]
  readonly kinds: readonly string[]
  readonly hashes: readonly string[]
  readonly bodies: readonly string[]
}

export type ImportReply =
  | {
      readonly ok: boolean
      readonly content: ImportedContent
      readonly report: ImportReport
      /** What of the draft does not run as it is now. */
      readonly unanswered: readonly UnansweredGroup[]
      /** How the text is written, beyond what the records say. */
      readonly text: KeptText
      readonly diagnostics: ImportResult['diagnostics']
      readonly refusal: string | undefined
    }
  | { readonly error: WireError }

answerJob<ImportJob, ImportReply>(({ text, options, existing }) => {
  const definition =
    existing && definitionOf(existing.ids.map((id, at) => recordOf(id, existing.bodies[at]!)))
  const result = importDocument(text, { ...options, ...(definition ? { existing: definition } : {}) })
  const contents = result.records.map(contentOf)
  const imported = definitionOf(result.records)
  const kept = keepText(result.ok ? text : '', imported)
  return {
    ok: result.ok,
    content: {
      ids: result.records.map(({ id }) => id),
      kinds: contents.map(({ kind }) => kind),
      hashes: contents.map(({ hash }) => hash),
      bodies: contents.map(({ body }) => body),
    },
    report: result.report,
    unanswered: result.ok ? unansweredGroups(imported) : [],
    text: kept,
    diagnostics: result.diagnostics,
    refusal: result.refusal,
  }
})
