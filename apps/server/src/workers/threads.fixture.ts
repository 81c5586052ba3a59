import { EventEmitter } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { begun } from './run-job.ts'
import { createThreads, type Threads } from './threads.ts'

/** A thread that answers what a test has it answer, and knows what it was given. */
export class FakeThread extends EventEmitter {
  readonly jobs: unknown[] = []
  isAlive = true

  ref(): void {}

  unref(): void {}

  postMessage(job: unknown): void {
    this.jobs.push(job)
    this.emit('message', begun)
  }

  answer(reply: object): void {
    this.emit('message', reply)
  }

  die(): void {
    this.isAlive = false
    this.emit('exit', 1)
  }

  async terminate(): Promise<number> {
    this.die()
    return 1
  }
}

/** Threads that are none, and all that were started. */
export function fakeThreads(): { threads: Threads; started: FakeThread[] } {
  const started: FakeThread[] = []
  const threads = createThreads(new URL('file:///none'), {}, () => {
    const thread = new FakeThread()
    started.push(thread)
    return thread as unknown as Worker
  })
  return { threads, started }
}
