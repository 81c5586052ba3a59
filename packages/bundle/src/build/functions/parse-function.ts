import { Worker } from 'node:worker_threads'

/** Why code does not parse, and where; lines and columns count from 1. */
export interface SyntaxProblem {
  readonly message: string
  readonly line?: number
  readonly column?: number
}

const runtime = new URL('../../../runtime/check-function.cjs', import.meta.url)
const timeoutMs = 10_000

/** Parses JavaScript as the gateway would load it, in a thread of its own, and executes nothing of it. */
export function parseFunction(code: string): Promise<SyntaxProblem | null> {
  const worker = new Worker(runtime, {
    workerData: code,
    // Replaces this process's own flags, some of which no thread accepts.
    execArgv: ['--experimental-vm-modules', '--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    env: {},
  })
  return new Promise<SyntaxProblem | null>((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve({ message: 'Reading it takes longer than ten seconds.' })
      void worker.terminate()
    }, timeoutMs)
    worker.once('message', () => resolve(null))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error instanceof SyntaxError) resolve(problemOf(error))
      else if (error instanceof RangeError) resolve({ message: 'It is nested too deeply to be read.' })
      else if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve({ message: 'It takes too much memory to be read.' })
      else reject(error)
    })
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the thread that parses functions ended with ${code}`))
    })
  })
}

/**
 * Node puts the place before the stack:
 *
 *     function.js:3
 *       return {;
 *               ^
 */
function problemOf({ message, stack = '' }: SyntaxError): SyntaxProblem {
  const place = /^function\.js:(\d+)\n.*\n([ \t]*)\^/.exec(stack)
  if (!place) return { message: `${message}.` }
  return { message: `${message}.`, line: Number(place[1]), column: place[2]!.length + 1 }
}
