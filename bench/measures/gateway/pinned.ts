import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { promisify } from 'node:util'

/** The proxy under test has a core of its own; the load and the upstream share the other. */
export const cores = { proxy: 0, rest: 1 }

const pins = cpus().length > 1

/** Starts a program on one core; ended with its scope. */
export function startPinned(core: number, command: readonly string[]): ChildProcess & AsyncDisposable {
  const [program, ...rest] = pins ? ['taskset', '-c', String(core), ...command] : command
  const child = spawn(program!, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
  return Object.assign(child, {
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  })
}

/** Runs a program on one core to its end, and answers what it printed. Throws when it failed. */
export function runPinned(core: number, command: readonly string[]): string {
  const [program, ...rest] = pins ? ['taskset', '-c', String(core), ...command] : command
  const { status, stdout, stderr, error } = spawnSync(program!, rest, {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${command.join(' ')} failed: ${error?.message ?? stderr}`)
  return stdout
}

/** The same beside what else this process does. */
export async function runPinnedBeside(core: number, command: readonly string[]): Promise<string> {
  const [program, ...rest] = pins ? ['taskset', '-c', String(core), ...command] : command
  const { stdout } = await promisify(execFile)(program!, rest, {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}

/** Has processes, with all of their threads, run on their core only while nothing else wants to. */
export function yieldToOthers(pids: readonly number[]): void {
  for (const pid of pids) spawnSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(pid)])
}

/** Moves processes that run already to one core, with all of their threads. */
export function pin(core: number, pids: readonly number[]): void {
  if (!pins) return
  for (const pid of pids) spawnSync('taskset', ['-a', '-p', '-c', String(core), String(pid)])
}
