// The thread in which a large description is written: YAML of GitHub's takes two seconds, of Graph's half a minute.
import { type ApiRecord, definitionOf } from '@penstock/model'
import { answerJob } from '../../workers/answer-job.ts'
import type { WireError } from '../../workers/error-over-the-wire.ts'
import { type ExportText, writeExport } from './write-export.ts'

export interface ExportJob {
  readonly records: readonly ApiRecord[]
  readonly options: ExportText
}

export type ExportReply = { readonly text: string } | { readonly error: WireError }

answerJob<ExportJob, ExportReply>(({ records, options }) => ({
  text: writeExport(definitionOf(records), options),
}))
