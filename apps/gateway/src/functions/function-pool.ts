import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BundleFunction } from '@penstock/bundle'
import { type FunctionCall, type FunctionOutcome, FunctionProcess } from './function-process.ts'

export interface FunctionPoolOptions {
  readonly definition: BundleFunction
  readonly folder: string
  /** Processes at once, and calls that may wait for one. */
  readonly processesMax: number
  readonly waitingMax: number
  /** An idle process is ended after this long. */
  readonly idleMs: number
  /** What each process is given in its environment, as it is when the process starts. */
  readonly environment: () => Readonly<Record<string, string>>
  readonly onLine: (stream: 'stdout' | 'stderr', line: string, requestId: string | null) => void
}

interface Idle {
  readonly process: FunctionProcess
  readonly reap: NodeJS.Timeout
}

export type PoolOutcome = FunctionOutcome | { readonly kind: 'busy' }

/** The processes of one function. A call takes the one used last (its memory is the warmest), else starts one, else waits. */
export class FunctionPool {
  readonly #options: FunctionPoolOptions
  readonly #idle: Idle[] = []
  readonly #all = new Set<FunctionProcess>()
  readonly #waiting: (() => void)[] = []
  #running = 0
  #written: Promise<void> | null = null
  #closed = false

  constructor(options: FunctionPoolOptions) {
    this.#options = options
  }

  /** Rejects with the signal's reason when it fires; a process at work for the call is killed then. */
  async call(call: FunctionCall, signal: AbortSignal): Promise<PoolOutcome> {
    const { processesMax, waitingMax } = this.#options
    if (this.#running >= processesMax) {
      if (this.#waiting.length >= waitingMax) return { kind: 'busy' }
      await this.#turn(signal)
    } else this.#running += 1
    try {
      signal.throwIfAborted()
      this.#written ??= this.#write()
      await this.#written
      signal.throwIfAborted()
      return await this.#run(call, signal)
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  /** Ends idle processes now, and the others when their call is done. */
  close(): void {
    this.#closed = true
    for (const { process, reap } of this.#idle.splice(0)) {
      clearTimeout(reap)
      process.stop()
    }
  }

  /** Ends every process, calls or not: the gateway itself is going. */
  destroy(): void {
    this.close()
    for (const process of this.#all) process.stop()
  }

  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1)
        reject(signal.reason as Error)
      }
      this.#waiting.push(go)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  async #run(call: FunctionCall, signal: AbortSignal): Promise<FunctionOutcome> {
    const process = this.#take()
    const stop = () => process.stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      const outcome = await process.call(call)
      signal.throwIfAborted()
      this.#give(process)
      // Its folder may have been removed under us: the next call writes it anew.
      if (process.couldNotStart) this.#written = null
      return outcome
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  #take(): FunctionProcess {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      clearTimeout(idle.reap)
      if (idle.process.isAlive) return idle.process
    }
    const { definition, folder, environment, onLine } = this.#options
    const process: FunctionProcess = new FunctionProcess({
      definition,
      folder,
      environment: environment(),
      onLine,
      onExit: () => this.#all.delete(process),
    })
    this.#all.add(process)
    return process
  }

  #give(process: FunctionProcess): void {
    if (!process.isAlive) return
    if (this.#closed) return process.stop()
    const reap = setTimeout(() => {
      const at = this.#idle.findIndex((idle) => idle.process === process)
      if (at >= 0) this.#idle.splice(at, 1)
      process.stop()
    }, this.#options.idleMs)
    reap.unref()
    this.#idle.push({ process, reap })
  }

  async #write(): Promise<void> {
    const { folder, definition } = this.#options
    try {
      await mkdir(folder, { recursive: true })
      await Promise.all(
        ['index.cjs', 'index.mjs'].map((name) => writeFile(join(folder, name), definition.code)),
      )
    } catch (error) {
      // A disk that is full now may not be so at the next call.
      this.#written = null
      throw error
    }
  }
}
