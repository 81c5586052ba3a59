import type { Worker } from 'node:worker_threads'
import type { RecordId } from '@penstock/model'
import type { BuildReply, BuildRequest } from './build-worker.ts'
import { fromWire } from './error-over-the-wire.ts'
import { startWorker } from './start-worker.ts'

/** Content to compile: which records, and where their bodies are. */
export interface BuildInput {
  readonly ids: readonly RecordId[]
  readonly hashes: readonly string[]
  /** Hash → body, for those that the thread does not have. */
  bodies(hashes: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export interface Built {
  readonly bytes: Uint8Array
  readonly hash: string
}

export interface Builder extends AsyncDisposable {
  build(input: BuildInput): Promise<Built>
}

interface Pending {
  readonly input: BuildInput
  readonly resolve: (built: Built) => void
  readonly reject: (error: unknown) => void
}

/** Compiles bundles in a thread, which is started by the first build and again after it died. */
export function createBuilder(): Builder {
  let worker: Worker | undefined
  let jobs = 0
  const pending = new Map<number, Pending>()

  function thread(): Worker {
    if (worker) return worker
    const started = startWorker(new URL('./build-worker', import.meta.url))
    worker = started
    started.on('message', (reply: BuildReply) => void receive(reply))
    started.on('error', (error) => lose(started, error))
    started.on('exit', (code) =>
      lose(started, new Error(`the thread that builds bundles ended with ${code}`)),
    )
    started.unref()
    return started
  }

  function lose(lost: Worker, error: Error) {
    if (worker !== lost) return
    worker = undefined
    for (const { reject } of pending.values()) reject(error)
    pending.clear()
  }

  async function receive(reply: BuildReply) {
    const job = pending.get(reply.job)
    if (!job) return
    if (reply.type === 'missing') {
      try {
        const found = await job.input.bodies(reply.hashes)
        const bodies = reply.hashes.map((hash) => found.get(hash) ?? lost(hash))
        post({ type: 'bodies', job: reply.job, hashes: reply.hashes, bodies })
      } catch (error) {
        pending.delete(reply.job)
        job.reject(error)
      }
      return
    }
    pending.delete(reply.job)
    if (reply.type === 'built') job.resolve({ bytes: reply.bytes, hash: reply.hash })
    else job.reject(fromWire(reply.error))
  }

  const post = (request: BuildRequest) => thread().postMessage(request)

  return {
    build(input) {
      const job = ++jobs
      return new Promise((resolve, reject) => {
        pending.set(job, { input, resolve, reject })
        post({ type: 'build', job, ids: input.ids, hashes: input.hashes })
      })
    },
    async [Symbol.asyncDispose]() {
      const last = worker
      worker = undefined
      for (const { reject } of pending.values()) reject(new Error('the server is stopping'))
      pending.clear()
      await last?.terminate()
    },
  }
}

function lost(hash: string): never {
  throw new Error(`the database names a record body that it does not have: ${hash}`)
}
