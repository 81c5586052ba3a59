import { execFile, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { createServer, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const installations = '/usr/lib/postgresql'

let running: Promise<{ readonly url: string }> | undefined

/** Whether `postgresDatabase` can work here: by TEST_DATABASE_URL, or because Debian's package is installed. */
export function postgresAvailable(): boolean {
  return process.env.TEST_DATABASE_URL !== undefined || binaries() !== undefined
}

/** A PostgreSQL on a free port of the loopback, for as long as this process lives. Nothing in it survives. */
export function localPostgres(): Promise<{ readonly url: string }> {
  return (running ??= start())
}

async function start(): Promise<{ readonly url: string }> {
  const bin = binaries()
  if (!bin)
    throw new Error(
      `No PostgreSQL: set TEST_DATABASE_URL, or install the package postgresql (${installations})`,
    )
  const folder = mkdtempSync(join(tmpdir(), 'penstock-postgres-'))
  const user = serverUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const options = user ? { uid: user.uid, gid: user.gid, cwd: folder } : { cwd: folder }
  const data = join(folder, 'data')
  const port = await freePort()
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  )
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=200`
  const control = ['-D', data, '-w', '-l', join(folder, 'log')]
  await run(join(bin, 'pg_ctl'), [...control, '-o', settings, 'start'], options)
  stopWhenWeEnd([join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', '-w', 'stop'], folder, options)
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres` }
}

/**
 * Stops the server and removes its folder once this process has ended, however it did: a runner ends its workers without
 * letting them say goodbye. The guard waits for the end of a pipe that only this process holds open.
 */
function stopWhenWeEnd(stop: readonly string[], folder: string, options: { cwd: string }): void {
  const script = 'cat; folder=$1; shift; "$@"; rm -rf "$folder"'
  const guard = spawn('sh', ['-c', script, 'guard', folder, ...stop], {
    ...options,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  if (guard.stdin instanceof Socket) guard.stdin.unref()
}

/** The newest installed version's programs. */
function binaries(): string | undefined {
  if (!existsSync(installations)) return undefined
  const versions = readdirSync(installations).filter((name) =>
    existsSync(join(installations, name, 'bin/initdb')),
  )
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  return newest === undefined ? undefined : join(installations, newest, 'bin')
}

/** PostgreSQL refuses to run as root; then it runs as the user that Debian's package made for it. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
