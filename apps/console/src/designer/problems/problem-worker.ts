import type { ApiRecord, RecordId } from '@penstock/model'
import { expose } from 'comlink'
import { ProblemFinder, type ProblemGroups } from './problem-finder.ts'

const finder = new ProblemFinder()

/** What the page may ask: a second's work the first time, a tenth of one after an edit, in the largest APIs. */
const api = {
  take(put: readonly ApiRecord[], removed: readonly RecordId[]): void {
    finder.take(put, removed)
  },
  check(): ProblemGroups {
    return finder.check()
  },
}

export type ProblemWorker = typeof api

expose(api)
