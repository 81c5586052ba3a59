import { Worker } from 'node:worker_threads'

/** Why code does not parse, and where; lines and columns count from 1. */
export interface SyntaxProblem {
  readonly message: string
  readonly line?: number
  readonly column?: number
}

/** What the thread says of one function; null: it parses. */
type Found = { readonly message: string; readonly stack?: string } | { readonly isTooDeep: true } | null

interface Batch {
  readonly problems: readonly (SyntaxProblem | null)[]
  /** What ended the thread at the function behind them. */
  readonly ended?: SyntaxProblem
}

const runtime = new URL('../../../runtime/check-functions.cjs', import.meta.url)
const timeoutMs = 10_000
/** A thread gets a copy of what it reads. */
const batchCharacters = 4 * 1024 * 1024
/** A sentence may quote a name of any length. */
const messageMax = 300

/** Parses JavaScript as the gateway would load it, many functions a thread, and executes nothing of it. */
export async function parseFunctions(codes: readonly string[]): Promise<(SyntaxProblem | null)[]> {
  const found: (SyntaxProblem | null)[] = []
  while (found.length < codes.length) {
    const { problems, ended } = await parseBatch(batchFrom(codes, found.length))
    found.push(...problems)
    // Behind others it may be their garbage: it is to blame where it comes first.
    if (ended && problems.length === 0) found.push(ended)
  }
  return found
}

function batchFrom(codes: readonly string[], from: number): readonly string[] {
  let end = from
  for (let characters = 0; end < codes.length; end++) {
    characters += codes[end]!.length
    if (end > from && characters > batchCharacters) break
  }
  return codes.slice(from, end)
}

/**
 * A thread that has parsed and waits for more, so that the plan after an edit of a function need not wait for one to
 * start: a quarter of a second against a few milliseconds (`npm run bench`, import-and-plan).
 */
let idle: Worker | undefined

function startThread(): Worker {
  return new Worker(runtime, {
    // Replaces this process's own flags, some of which no thread accepts.
    execArgv: ['--experimental-vm-modules', '--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    env: {},
  })
}

/** Puts a thread by that has answered everything. It keeps nobody from ending. */
function putBy(worker: Worker): void {
  worker.removeAllListeners()
  if (idle) return void worker.terminate()
  idle = worker
  const gone = () => {
    if (idle === worker) idle = undefined
  }
  worker.once('error', gone).once('exit', gone)
  worker.unref()
}

function parseBatch(codes: readonly string[]): Promise<Batch> {
  const worker = idle ?? startThread()
  idle = undefined
  worker.removeAllListeners()
  worker.ref()
  const problems: (SyntaxProblem | null)[] = []
  return new Promise<Batch>((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve({ problems, ended: { message: 'Reading it takes longer than ten seconds.' } })
      void worker.terminate()
    }, timeoutMs)
    worker.on('message', (found: Found) => {
      problems.push(problemOf(found))
      timer.refresh()
      if (problems.length < codes.length) return
      clearTimeout(timer)
      putBy(worker)
      resolve({ problems })
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve({ problems, ended: { message: 'It takes too much memory to be read.' } })
      else reject(error)
    })
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the thread that parses functions ended with ${code}`))
    })
    worker.postMessage(codes)
  })
}

/**
 * Node puts the place before the stack:
 *
 *     function.js:3
 *       return {;
 *               ^
 */
function problemOf(found: Found): SyntaxProblem | null {
  if (!found) return null
  if ('isTooDeep' in found) return { message: 'It is nested too deeply to be read.' }
  const message = `${found.message.slice(0, messageMax)}.`
  const place = /^function\.js:(\d+)\n.*\n([ \t]*)\^/.exec(found.stack ?? '')
  if (!place) return { message }
  return { message, line: Number(place[1]), column: place[2]!.length + 1 }
}
