import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { BundleFunction } from '@penstock/bundle'
import type { Readable } from 'node:stream'
import { AnswerPipe, type AnswerSink } from './answer-pipe.ts'
import { functionEnvironment } from './function-environment.ts'

const host = fileURLToPath(new URL('../../runtime/function-host.mjs', import.meta.url))

// Renamed in Node 22.13 and 23.5.
const permissionFlag = process.allowedNodeEnvironmentFlags.has('--permission')
  ? '--permission'
  : '--experimental-permission'

/** Node itself takes this much beside the function's own memory. */
const baseMemoryMb = 120

export type FunctionError = {
  readonly errorType: string
  readonly errorMessage: string
  readonly trace: string[]
}

/**
 * How one call of a function ended. `streamed`: all of its answer went to the sink, and the handler is done. `stopped`: its
 * process is gone and so is what it kept in memory.
 */
export type FunctionOutcome =
  | { readonly kind: 'value'; readonly json: string }
  | { readonly kind: 'streamed' }
  | { readonly kind: 'error'; readonly error: FunctionError }
  | { readonly kind: 'stopped'; readonly why: 'timeout' | 'memory' | 'crash'; readonly detail: string }

/** What a process tells; see runtime/function-host.mjs. */
interface FunctionMessage {
  readonly id?: number
  readonly value?: string
  readonly error?: FunctionError
  readonly ended?: number
  readonly written?: number
}

export interface FunctionCall {
  /** The event as JSON text. */
  readonly event: string
  readonly requestId: string
  /** Where a function that streams writes its answer; absent: it is called for a whole one. */
  readonly sink?: AnswerSink
}

export interface FunctionProcessOptions {
  readonly definition: BundleFunction
  /** Folder with index.cjs and index.mjs; the only one that the process may read. */
  readonly folder: string
  /** What it is given beside its own variables. */
  readonly environment: Readonly<Record<string, string>>
  readonly onLine: (stream: 'stdout' | 'stderr', line: string, requestId: string | null) => void
  readonly onExit: () => void
}

/** Loading the module may take this long before it counts as hung: Lambda's limit. */
const startTimeoutMs = 10_000

/**
 * One process of one function: one call at a time, warm between calls, killed on timeout or too much memory. It has
 * the function's environment and no other, and may read the function's folder and nothing else. That isolates
 * faults; it is no wall against hostile code (the network is open to it).
 */
export class FunctionProcess {
  readonly #options: FunctionProcessOptions
  readonly #child: ChildProcess
  readonly #ready: Promise<void>
  readonly #answers: AnswerPipe | null
  #current: { id: number; call: FunctionCall; settle: (outcome: FunctionOutcome) => void } | null = null
  /** Said by the process, while what it wrote before is still on its way. */
  #error: FunctionError | null = null
  /** Said by it too: its answer is whole, though not all of it may have come. */
  #isEnded = false
  #killedFor: 'timeout' | 'memory' | null = null
  #calls = 0
  #lastLine = ''
  #spawnFailed = false
  #exited = false

  constructor(options: FunctionProcessOptions) {
    this.#options = options
    const { definition, folder, environment } = options
    this.#child = fork(host, [], {
      cwd: folder,
      env: functionEnvironment(definition, folder, environment),
      execArgv: [
        permissionFlag,
        `--allow-fs-read=${host}`,
        `--allow-fs-read=${folder}/*`,
        `--max-old-space-size=${definition.memoryMb}`,
        '--no-warnings',
      ],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'],
      serialization: 'json',
    })
    // Where the system has no room for more files, there is none.
    const answers = this.#child.stdio?.[4] as Readable | undefined
    this.#answers = answers ? new AnswerPipe(answers) : null
    this.#ready = new Promise((resolve) => {
      this.#child.once('message', () => resolve())
      this.#child.once('exit', () => resolve())
      // A process that could not be started ends with this and no exit.
      this.#child.once('error', () => resolve())
    })
    this.#child.on('message', (message) => this.#onMessage(message))
    this.#child.on('exit', (code, signal) => this.#onExit(code, signal))
    this.#child.on('error', (error) => this.#onError(error))
    for (const stream of ['stdout', 'stderr'] as const) {
      const pipe = this.#child[stream]
      if (pipe) createInterface({ input: pipe }).on('line', (line) => this.#onLine(stream, line))
    }
  }

  get isAlive(): boolean {
    return !this.#exited && this.#killedFor === null && this.#child.connected
  }

  /** The process never ran: its folder is gone, or the system has no room for it. */
  get couldNotStart(): boolean {
    return this.#spawnFailed
  }

  /** Starts counting the timeout when the module is loaded. */
  async call(call: FunctionCall): Promise<FunctionOutcome> {
    const { definition } = this.#options
    const loading = setTimeout(() => this.#kill('timeout'), startTimeoutMs)
    await this.#ready
    clearTimeout(loading)
    if (!this.isAlive) return this.#stopped(null, null)
    const id = ++this.#calls
    const timer = setTimeout(() => this.#kill('timeout'), definition.timeoutMs)
    const watch = setInterval(() => this.#checkMemory(), 200)
    try {
      return await new Promise<FunctionOutcome>((resolve) => {
        this.#current = { id, call, settle: resolve }
        const { sink } = call
        if (sink !== undefined) this.#answers?.begin(sink)
        const deadline = Date.now() + definition.timeoutMs
        this.#child.send(
          {
            id,
            event: call.event,
            context: contextOf(definition, call),
            deadline,
            streams: sink !== undefined,
          },
          (error) => {
            if (error) this.#onLine('stderr', error.message)
          },
        )
      })
    } finally {
      clearTimeout(timer)
      clearInterval(watch)
      this.#current = null
      this.#error = null
      this.#isEnded = false
      if (call.sink !== undefined) this.#answers?.end()
    }
  }

  /** Ends an idle process, or one whose result nobody wants. */
  stop(): void {
    this.#child.kill('SIGKILL')
    if (this.#exited) this.#answers?.destroy()
  }

  #onMessage(message: unknown): void {
    const { id, value, error, ended, written } = message as FunctionMessage
    if (this.#current === null || id !== this.#current.id) return
    const { call, settle } = this.#current
    const { sink } = call
    if (ended !== undefined) {
      this.#isEnded = true
      this.#answers?.after(ended, () => sink?.end())
    } else if (sink === undefined || written === undefined) {
      if (value !== undefined) settle({ kind: 'value', json: value })
      else if (error !== undefined) settle({ kind: 'error', error })
    } else if (error === undefined) this.#answers?.after(written, () => settle({ kind: 'streamed' }))
    else {
      this.#error = error
      this.#answers?.after(written, () => settle({ kind: 'error', error }))
    }
  }

  #onExit(code: number | null, signal: string | null): void {
    this.#exited = true
    const error = this.#killedFor === null ? this.#error : null
    const outcome: FunctionOutcome = error === null ? this.#stopped(code, signal) : { kind: 'error', error }
    const settle = () => {
      this.#current?.settle(outcome)
      this.#answers?.destroy()
    }
    if (this.#isEnded && this.#answers !== null) this.#answers.onceOver(settle)
    else settle()
    this.#options.onExit()
  }

  #onError(error: Error): void {
    this.#onLine('stderr', error.message)
    if (this.#child.pid !== undefined) return
    this.#spawnFailed = true
    this.#lastLine = error.message
    this.#onExit(null, null)
  }

  #onLine(stream: 'stdout' | 'stderr', line: string): void {
    if (/FATAL ERROR|heap out of memory/.test(line)) this.#lastLine = line
    this.#options.onLine(stream, line, this.#current?.call.requestId ?? null)
  }

  #stopped(code: number | null, signal: string | null): FunctionOutcome {
    // V8 aborts when the heap is full, before our own look at the process could.
    const outOfHeap = signal === 'SIGABRT' || code === 134 || this.#lastLine.includes('heap out of memory')
    const why = this.#killedFor ?? (outOfHeap ? 'memory' : 'crash')
    const detail = signal
      ? `killed by ${signal}`
      : this.#spawnFailed
        ? 'could not be started'
        : `exit code ${code ?? 'unknown'}`
    return { kind: 'stopped', why, detail: this.#lastLine === '' ? detail : `${detail}: ${this.#lastLine}` }
  }

  #kill(why: 'timeout' | 'memory'): void {
    this.#killedFor = why
    this.#child.kill('SIGKILL')
  }

  /** Buffers live outside V8's heap, so the process as a whole is looked at too, where the system shows it. */
  #checkMemory(): void {
    const used = residentMb(this.#child.pid)
    if (used !== null && used > this.#options.definition.memoryMb + baseMemoryMb) this.#kill('memory')
  }
}

function residentMb(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return (pages * 4096) / 1024 / 1024
  } catch {
    // It has just exited; its exit event follows.
    return null
  }
}

function contextOf(definition: BundleFunction, call: FunctionCall): Record<string, unknown> {
  return {
    functionName: definition.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${definition.name}`,
    memoryLimitInMB: String(definition.memoryMb),
    awsRequestId: call.requestId,
    logGroupName: `/aws/lambda/${definition.name}`,
    logStreamName: 'penstock',
  }
}
