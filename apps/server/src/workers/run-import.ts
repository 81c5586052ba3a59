import { AppError } from '@penstock/errors'
import type { Definition } from '@penstock/model'
import type { ImportOptions } from '@penstock/openapi'
import { contentOf } from '../store/content.ts'
import { fromWire } from './error-over-the-wire.ts'
import type { ImportedContent, ImportJob, ImportReply } from './import-worker.ts'
import { startWorker } from './start-worker.ts'

export type ImportOutcome = Exclude<ImportReply, { error: unknown }>
export type { ImportedContent }

/** A description that takes longer than this is refused: nobody waits for it any more. */
const timeoutMs = 180_000
/** The thread dies of a document that is too much, and not the server. */
const limits = { maxOldGenerationSizeMb: 2048 }

/** `importDocument` in a thread of its own. Throws what it throws, and IMPORT_REFUSED when it runs out of memory or time. */
export async function runImport(
  text: string,
  { existing, ...options }: ImportOptions,
): Promise<ImportOutcome> {
  const job: ImportJob = { text, options, existing: existing ? columnsOf(existing) : null }
  const worker = startWorker(new URL('./import-worker', import.meta.url), job, limits)
  let timer: NodeJS.Timeout | undefined
  try {
    const reply = await new Promise<ImportReply>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused('It needs more memory than there is.') : error,
        ),
      )
      worker.once('exit', () =>
        reject(new AppError('INTERNAL', { internal: 'the import thread ended without an answer' })),
      )
      timer = setTimeout(() => reject(refused('Reading it took longer than three minutes.')), timeoutMs)
    })
    if ('error' in reply) throw fromWire(reply.error)
    return reply
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
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
