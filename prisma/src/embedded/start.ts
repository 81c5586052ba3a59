import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { AppError, type ErrorCode } from '@penstock/errors'
import type { ChildMessage } from './child.ts'
import { socketDirectory, socketFile, socketPort } from './socket-path.ts'

export interface EmbeddedDatabase {
  /** What a PostgreSQL client connects to. */
  readonly connection: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly database: string
  }
  /** Process id of the database. */
  pid(): number | undefined
  close(): Promise<void>
}

const running = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/**
 * Starts PGlite on `<dataDir>/db` in a process of its own, behind a Unix socket: the event loop of the server stays
 * free, and a crash of the one is not a crash of the other. A database process that dies is started again.
 */
export async function startEmbedded(
  dataDir: string,
  log: (message: string) => void,
): Promise<EmbeddedDatabase> {
  const directory = socketDirectory(dataDir)
  const socket = socketFile(directory)
  let closing = false
  let child = await launch()

  async function launch(): Promise<ChildProcess> {
    const started = await spawn(dataDir, socket)
    started.once('exit', (code, signal) => {
      if (closing) return
      log(`the embedded database ended unexpectedly (${signal ?? code}); starting it again`)
      restart()
    })
    return started
  }

  function restart() {
    launch().then(
      (started) => {
        child = started
        if (closing) child.send('close')
      },
      (error: unknown) => {
        log(`the embedded database did not start again: ${String(error)}`)
        if (!closing) setTimeout(restart, 1000).unref()
      },
    )
  }

  return {
    connection: { host: directory, port: socketPort, user: 'postgres', database: 'postgres' },
    pid: () => child.pid,
    async close() {
      closing = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      if (child.connected) child.send('close')
      await gone
    },
  }
}

async function spawn(dataDir: string, socket: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL(`./child${running}`, import.meta.url)), [dataDir, socket], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: running === '.ts' ? sourceFlags() : [],
  })
  const message = await new Promise<ChildMessage>((resolve, reject) => {
    child.on('message', (value) => {
      if (isChildMessage(value)) resolve(value)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(
        new AppError('DATABASE_UNAVAILABLE', {
          internal: `the embedded database ended with ${signal ?? code}`,
        }),
      ),
    )
  })
  if (message.type === 'ready') return child
  const known: ErrorCode = message.code === 'DISK_FULL' ? 'DISK_FULL' : 'DATABASE_UNAVAILABLE'
  throw new AppError(known, { internal: message.message })
}

/** Under `node --watch` Node reports what the child imports through the same channel. */
function isChildMessage(value: unknown): value is ChildMessage {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** How Node runs our TypeScript as it is: development and tests have no build. */
function sourceFlags(): string[] {
  const tsx = createRequire(import.meta.url).resolve('tsx')
  return ['--import', pathToFileURL(tsx).href, '--conditions=@penstock/source']
}
