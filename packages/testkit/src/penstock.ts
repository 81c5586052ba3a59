import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { embeddedFolder } from './embedded-database.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The built command line, as a script for Node. */
export const penstockEntry = fileURLToPath(new URL('../../cli/bin/penstock.mjs', import.meta.url))

export interface PenstockOptions {
  /** Kept across starts when given; else a temporary folder that goes with the process. */
  readonly dataDir?: string
  /** Whether that temporary folder is empty, as at a first start, instead of having a database that is made already. */
  readonly isFirst?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** A whole Penstock (server, embedded database, gateway) as a user runs it: the built command line, on free ports. */
export interface PenstockProcess extends AsyncDisposable {
  readonly url: string
  readonly gatewayUrl: string
  readonly setupUrl: string | null
  /** API token with the role of an administrator. */
  readonly token: string
  readonly pid: number
  readonly dataDir: string
  /** Everything that it printed so far. */
  output(): string
  /** SIGKILL to the server and all its children: what a power cut does. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export async function startPenstock(options: PenstockOptions = {}): Promise<PenstockProcess> {
  assertBuilt()
  const { dataDir, isFirst = false, env = {} } = options
  const token = 'pst_end_to_end_0123456789abcdef'
  const directory = dataDir ?? (isFirst ? temporaryFolder() : await embeddedFolder()).path
  const child = spawn(process.execPath, [penstockEntry, 'start', '--json'], {
    env: {
      ...process.env,
      PENSTOCK_PORT: '0',
      PENSTOCK_GATEWAY_PORT: '0',
      PENSTOCK_GATEWAY_ADMIN_PORT: '0',
      PENSTOCK_DATA_DIR: directory,
      PENSTOCK_BOOTSTRAP_TOKEN: token,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let stderr = ''
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  // The group is its own, so Ctrl-C in the terminal of the tests does not reach it.
  const killGroup = () => killIfThere(-child.pid!)
  process.once('exit', killGroup)
  const gone = async () => {
    process.off('exit', killGroup)
    killGroup() // what a server that was killed alone has left
    if (dataDir === undefined) await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
  const stop = async () => {
    await end(child, () => child.kill('SIGTERM'))
    await gone()
  }
  const ready = await answerOf(child, () => stderr).catch(async (error: unknown) => {
    await gone()
    throw error
  })
  return {
    url: ready.url,
    gatewayUrl: ready.gateway,
    setupUrl: ready.setupUrl,
    token,
    pid: child.pid!,
    dataDir: directory,
    output: () => stderr,
    async kill() {
      await end(child, killGroup)
      process.off('exit', killGroup)
      killGroup()
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

/** Throws what to do when there is no build to run. */
export function assertBuilt(): void {
  if (existsSync(new URL('../dist/index.js', pathToFileURL(penstockEntry)))) return
  throw new Error('These tests run the built command line, and it is not built: run "npm run compile" first.')
}

interface Ready {
  readonly url: string
  readonly gateway: string
  readonly setupUrl: string | null
}

/** The JSON document that `start --json` prints once everything answers. */
function answerOf(child: ChildProcess, stderr: () => string): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let stdout = ''
    child.once('exit', (code) =>
      reject(new Error(`penstock start ended with ${code}:\n${stdout}\n${stderr()}`)),
    )
    child.stdout!.on('data', (data: Buffer) => {
      stdout += data.toString()
      const whole = /^\{[\s\S]*?\n\}\n/m.exec(stdout)
      if (whole) resolve(JSON.parse(whole[0]) as Ready)
    })
  })
}

async function end(child: ChildProcess, signal: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  signal()
  await gone
}

/** SIGKILL to a process, or with a negative number to a group; what is gone already is fine. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
