import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

const program = '/usr/bin/redis-server'

/** Whether `startRedis` can work here: Debian's package is installed. */
export function redisAvailable(): boolean {
  return existsSync(program)
}

export interface RedisOptions {
  /** Absent: one that is free. */
  readonly port?: number
  /** What it does when it is full; absent: it never is. */
  readonly maxMemory?: string
  readonly password?: string
}

export interface RunningRedis extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** `SIGSTOP` has it hang, `SIGCONT` go on, `SIGKILL` gone. */
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void
}

/** A Redis on the loopback with nothing in it, gone with the scope or with this process. When it is full it refuses writes. */
export async function startRedis(options: RedisOptions = {}): Promise<RunningRedis> {
  const { maxMemory = '0', password } = options
  const port = options.port ?? (await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'penstock-redis-'))
  const settings = `--port ${port} --bind 127.0.0.1 --maxmemory ${maxMemory} --maxmemory-policy noeviction --appendonly no`
  const secret = password === undefined ? [] : ['--requirepass', password]
  // A runner ends its workers without letting them say goodbye: the shell ends Redis at the end of a pipe that only this
  // process holds open.
  const script = `folder=$1; shift; "$@" >/dev/null & pid=$!; echo $pid; cat; kill -9 $pid; wait $pid 2>/dev/null; rm -rf "$folder"`
  const command = [program, ...settings.split(' '), '--save', '', '--dir', folder, ...secret]
  const guard = spawn('sh', ['-c', script, 'guard', folder, ...command], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
  const [line] = (await once(createInterface(guard.stdout), 'line')) as [string]
  const pid = Number(line)
  await untilListening(port)
  return {
    url: `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`,
    port,
    signal: (name) => void process.kill(pid, name),
    async [Symbol.asyncDispose]() {
      guard.stdin.end()
      await once(guard, 'close')
    },
  }
}

async function untilListening(port: number): Promise<void> {
  const until = Date.now() + 10_000
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(10)
    } finally {
      socket.destroy()
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
