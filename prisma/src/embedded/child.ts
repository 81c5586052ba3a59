// The process that runs the embedded database. It has one life: until its parent says `close` or is gone.
// argv: data folder, socket file
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { toAppError } from '@penstock/errors'
import { acquireLock, type FileLock } from '@penstock/errors/file-lock'
import { startWatchdog } from './watchdog.ts'

export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly code: string; readonly message: string }

const [dataDir, socket] = process.argv.slice(2) as [string, string]

// Ctrl-C reaches every process of the terminal. The parent decides when the database closes: after its last query.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})

let stop: () => Promise<void> = async () => {}
process.on('message', (message) => {
  if (message === 'close') void exit()
})
process.on('disconnect', () => void exit())

startWatchdog()
try {
  stop = await open()
  send({ type: 'ready' })
} catch (thrown) {
  const error = toAppError(thrown)
  send({ type: 'failed', code: error.code, message: error.internal ?? error.message })
  process.exitCode = 1
  process.disconnect?.()
}

async function open(): Promise<() => Promise<void>> {
  // The lock of the folder that PGlite writes is this process's own: a server that was killed can leave its child
  // behind for a moment, and two of them on one folder would destroy it.
  const lock = await waitForLock(join(dataDir, 'db.lock'))
  const db = await PGlite.create({ dataDir: join(dataDir, 'db') })
  endWhenBroken(db)
  rmSync(socket, { force: true })
  const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 8 })
  await server.start()
  return async () => {
    await server.stop()
    await db.close()
    rmSync(socket, { force: true })
    lock.release()
  }
}

/**
 * A PostgreSQL whose disk is full, or that panics, ends and recovers when it is started again. The embedded one can't
 * end by itself and would hang in the next statement: so this process ends, once the client has its answer.
 */
function endWhenBroken(db: PGlite) {
  const execute = db.execProtocolRawStream.bind(db)
  db.execProtocolRawStream = (message, options) =>
    execute(message, {
      ...options,
      onRawData(data) {
        options.onRawData(data)
        if (isBroken(data)) setTimeout(() => process.exit(1), 50)
      },
    }).catch((error: unknown) => {
      process.stderr.write(`penstock: the embedded database failed: ${String(error)}\n`)
      process.exit(1)
    })
}

/** Error fields of the protocol: `V` the severity, `C` the code. 53100 is "disk full". */
function isBroken(data: Uint8Array): boolean {
  if (data[0] !== 69) return false
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return text.includes('C53100\0') || text.includes('VPANIC\0') || text.includes('VFATAL\0')
}

async function waitForLock(file: string): Promise<FileLock> {
  for (let tries = 0; ; tries++) {
    try {
      return acquireLock(file)
    } catch (error) {
      if (tries === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function exit() {
  try {
    await stop()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`penstock: closing the embedded database failed: ${String(error)}\n`)
    process.exit(1)
  }
}

function send(message: ChildMessage) {
  if (process.connected) process.send?.(message)
}
