import { AppError } from '@penstock/errors'
import type { ResourceLimits } from 'node:worker_threads'
import { fromWire, type WireError } from './error-over-the-wire.ts'
import { startWorker } from './start-worker.ts'

/** A thread says so when it has loaded: what it is given is timed, and starting is not. */
export const ready = 'ready'

export interface JobLimits {
  /** How long the job may take. */
  readonly timeoutMs: number
  readonly memory?: ResourceLimits
  /** What a job that ran out of one of these fails with. */
  readonly exceeded: (what: 'time' | 'memory') => AppError
}

/** One job in a thread of its own (`start-worker.ts`), which ends with it. Throws what the job throws. */
export async function runJob<Reply extends object>(
  module: URL,
  job: unknown,
  { timeoutMs, memory, exceeded }: JobLimits,
): Promise<Exclude<Reply, { error: unknown }>> {
  const worker = startWorker(module, job, memory)
  let timer: NodeJS.Timeout | undefined
  try {
    const reply = await new Promise<Reply | { readonly error: WireError }>((resolve, reject) => {
      worker.on('message', (message: Reply | typeof ready) => {
        if (message === ready) timer = setTimeout(() => reject(exceeded('time')), timeoutMs)
        else resolve(message as Reply)
      })
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? exceeded('memory') : error),
      )
      worker.once('exit', () =>
        reject(new AppError('INTERNAL', { internal: `${module.href} ended without an answer` })),
      )
    })
    if ('error' in reply) throw fromWire(reply.error as WireError)
    return reply as Exclude<Reply, { error: unknown }>
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
