// The thread in which a large description is written: YAML of GitHub's takes two seconds, of Graph's half a minute.
import { parentPort, workerData } from 'node:worker_threads'
import { type ApiRecord, definitionOf } from '@penstock/model'
import { toWire, type WireError } from '../../workers/error-over-the-wire.ts'
import { ready } from '../../workers/run-job.ts'
import { type ExportText, writeExport } from './write-export.ts'

export interface ExportJob {
  readonly records: readonly ApiRecord[]
  readonly options: ExportText
}

export type ExportReply = { readonly text: string } | { readonly error: WireError }

parentPort?.postMessage(ready)
parentPort?.postMessage(answer(workerData as ExportJob))

function answer({ records, options }: ExportJob): ExportReply {
  try {
    return { text: writeExport(definitionOf(records), options) }
  } catch (error) {
    return { error: toWire(error) }
  }
}
