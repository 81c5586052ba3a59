import { AppError } from '@penstock/errors'
import type { Definition } from '@penstock/model'
import { fromWire } from '../../workers/error-over-the-wire.ts'
import { startWorker } from '../../workers/start-worker.ts'
import type { ExportJob, ExportReply } from './export-worker.ts'
import { type ExportText, writeExport } from './write-export.ts'

/** Definitions up to this many records are written in less time than a thread takes to start. */
const smallRecords = 300

/** `writeExport`, in a thread of its own where it would hold up every other call. */
export async function runExport(definition: Definition, options: ExportText): Promise<string> {
  if (definition.size <= smallRecords) return writeExport(definition, options)
  const job: ExportJob = { records: [...definition.values()], options }
  const worker = startWorker(new URL('./export-worker', import.meta.url), job)
  try {
    const reply = await new Promise<ExportReply>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () =>
        reject(new AppError('INTERNAL', { internal: 'the export thread ended silently' })),
      )
    })
    if ('error' in reply) throw fromWire(reply.error)
    return reply.text
  } finally {
    await worker.terminate()
  }
}
