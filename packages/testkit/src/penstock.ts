import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../cli/bin/penstock.mjs', import.meta.url))

export interface PenstockOptions {
  /** Kept across starts when given; else a temporary folder that goes with the process. */
  readonly dataDir?: string
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

export async function startPenstock({ dataDir, env = {} }: PenstockOptions = {}): Promise<PenstockProcess> {
  const token = 'pst_end_to_end_0123456789abcdef'
  const directory = dataDir ?? (await mkdtemp(path.join(tmpdir(), 'penstock-')))
  const child = spawn(process.execPath, [entry, 'start', '--json'], {
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
  const ready = await answerOf(child, () => stderr)
  const stop = async () => {
    await end(child, () => child.kill('SIGTERM'))
    if (dataDir === undefined) await rm(directory, { recursive: true, force: true })
  }
  return {
    url: ready.url,
    gatewayUrl: ready.gateway,
    setupUrl: ready.setupUrl,
    token,
    pid: child.pid!,
    dataDir: directory,
    output: () => stderr,
    kill: () => end(child, () => process.kill(-child.pid!, 'SIGKILL')),
    stop,
    [Symbol.asyncDispose]: stop,
  }
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
    child.once('exit', (code) => reject(new Error(`penstock start ended with ${code}:\n${stdout}\n${stderr()}`)))
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
