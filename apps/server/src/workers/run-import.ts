import { AppError } from '@penstock/errors'
import type { Definition } from '@penstock/model'
import type { ImportOptions } from '@penstock/openapi'
import { contentOf } from '../store/content.ts'
import { documentSlots } from './documents.ts'
import type { ImportedContent, ImportJob, ImportReply } from './import-worker.ts'
import { runInSlot } from './run-in-slot.ts'
import type { JobLimits } from './run-job.ts'
import { createThreads } from './threads.ts'

export type ImportOutcome = Exclude<ImportReply, { error: unknown }>
export type { ImportedContent }

const limits: JobLimits = {
  // Nobody waits for it any longer.
  timeoutMs: 180_000,
  exceeded: (what) =>
    refused(
      what === 'time' ? 'Reading it took longer than three minutes.' : 'It needs more memory than there is.',
    ),
}

/** The thread dies of a document that is too much, and not the server. */
export const importThreads = createThreads(new URL('./import-worker', import.meta.url), {
  maxOldGenerationSizeMb: 2048,
})

/** `importDocument` in a thread of its own. Throws what it throws, and IMPORT_REFUSED when it runs out of memory or time. */
export async function runImport(
  text: string,
  { existing, ...options }: ImportOptions,
): Promise<ImportOutcome> {
  const job: ImportJob = { text, options, existing: existing ? columnsOf(existing) : null }
  return runInSlot<ImportReply>(
    { slots: documentSlots, threads: importThreads },
    job,
    limits,
    charactersOf(job),
  )
}

function charactersOf({ text, existing }: ImportJob): number {
  return (existing?.bodies ?? []).reduce((sum, body) => sum + body.length, text.length)
}

function columnsOf(definition: Definition): NonNullable<ImportJob['existing']> {
  const ids: string[] = []
  const bodies: string[] = []
  for (const record of definition.values()) {
    ids.push(record.id)
    bodies.push(contentOf(record).body)
  }
  return { ids, bodies }
}

function refused(reason: string): AppError {
  return new AppError('IMPORT_REFUSED', { params: { reason: `The document can't be imported. ${reason}` } })
}
