import { AppError } from '@penstock/errors'
import type { Definition } from '@penstock/model'
import { documentSlots } from '../../workers/documents.ts'
import { type JobLimits, runJob } from '../../workers/run-job.ts'
import { createThreads } from '../../workers/threads.ts'
import type { ExportJob, ExportReply } from './export-worker.ts'
import { type ExportText, writeExport } from './write-export.ts'

/** Definitions up to this many records are written in less time than a thread takes to start. */
const smallRecords = 300

const limits: JobLimits = {
  timeoutMs: 180_000,
  exceeded: (what) => new AppError('INTERNAL', { internal: `the export thread ran out of ${what}` }),
}

const threads = createThreads(new URL('./export-worker', import.meta.url), { maxOldGenerationSizeMb: 2048 })

/** `writeExport`, in a thread of its own where it would hold up every other call. */
export async function runExport(definition: Definition, options: ExportText): Promise<string> {
  if (definition.size <= smallRecords) return writeExport(definition, options)
  const job: ExportJob = { records: [...definition.values()], options }
  const { text } = await documentSlots.run(() => runJob<ExportReply>(threads, job, limits))
  return text
}
