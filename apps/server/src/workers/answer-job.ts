import { parentPort } from 'node:worker_threads'
import { toWire } from './error-over-the-wire.ts'
import { begun } from './run-job.ts'

/** The thread's side of `runJob`: answers the one job that it is sent, with what `work` returns or throws. */
export function answerJob<Job, Reply extends object>(work: (job: Job) => Reply): void {
  parentPort?.once('message', (job: Job) => {
    parentPort?.postMessage(begun)
    parentPort?.postMessage(answer(work, job))
  })
}

function answer<Job, Reply>(work: (job: Job) => Reply, job: Job) {
  try {
    return work(job)
  } catch (error) {
    return { error: toWire(error) }
  }
}
