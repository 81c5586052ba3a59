import { AppError } from '@penstock/errors'
import { fromWire, type WireError } from './error-over-the-wire.ts'
import type { Threads } from './threads.ts'

/** A thread says so when it begins: what it is given is timed, and loading is not. */
export const begun = 'begun'

export interface JobLimits {
  /** How long the job may take. */
  readonly timeoutMs: number
  /** What a job that ran out of one of these fails with. */
  readonly exceeded: (what: 'time' | 'memory') => AppError
}

/** One job in a thread of its own, which ends with it (`answer-job.ts` is its other side). Throws what the job throws. */
export async function runJob<Reply extends object>(
  threads: Threads,
  job: unknown,
  { timeoutMs, exceeded }: JobLimits,
): Promise<Exclude<Reply, { error: unknown }>> {
  const worker = threads.take()
  let timer: NodeJS.Timeout | undefined
  try {
    const reply = await new Promise<Reply | { readonly error: WireError }>((resolve, reject) => {
      worker.on('message', (message: Reply | typeof begun) => {
        if (message === begun) timer = setTimeout(() => reject(exceeded('time')), timeoutMs)
        else resolve(message as Reply)
      })
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? exceeded('memory') : error),
      )
      worker.once('exit', () =>
        reject(new AppError('INTERNAL', { internal: 'a thread ended without an answer' })),
      )
      worker.postMessage(job)
    })
    if ('error' in reply) throw fromWire(reply.error as WireError)
    return reply as Exclude<Reply, { error: unknown }>
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
