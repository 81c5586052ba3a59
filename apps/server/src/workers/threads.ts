import type { ResourceLimits, Worker } from 'node:worker_threads'
import { startWorker } from './start-worker.ts'

/** Threads of one module, each for one job. */
export interface Threads {
  /** A thread that has loaded, or is about to; from now on the caller's. */
  take(): Worker
  /** Has one thread load now, so that the next job need not wait for that. */
  warm(): void
}

/**
 * Keeps one thread in hand when asked to: loading what a job needs takes a quarter of a second, an eighth of importing
 * GitHub's description (`npm run bench`, import-and-plan). The owner asks for the next one after a job, not when one is
 * taken, since its loading would slow the job down.
 */
export function createThreads(module: URL, limits?: ResourceLimits, start = startWorker): Threads {
  let spare: Worker | undefined

  function warm() {
    if (spare) return
    const started = start(module, limits)
    spare = started
    // What goes wrong while it loads goes wrong again for the job that starts its own, and is reported there.
    const gone = () => {
      if (spare === started) spare = undefined
    }
    started.once('error', gone).once('exit', gone)
    started.unref()
  }

  return {
    warm,
    take() {
      const taken = spare ?? start(module, limits)
      spare = undefined
      taken.ref()
      return taken
    },
  }
}
