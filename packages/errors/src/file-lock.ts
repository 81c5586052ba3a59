import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from './app-error.ts'

interface Holder {
  readonly pid: number
  /** Distinguishes the holder from a later process that got the same pid; null where the system does not tell. */
  readonly started: string | null
}

export interface FileLock {
  release(): void
}

/**
 * Takes the lock file or throws DATA_DIR_IN_USE naming the process that has it. The lock of a process that no longer
 * lives (kill -9, power cut) is taken over.
 */
export function acquireLock(file: string): FileLock {
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) }
  const content = JSON.stringify(mine)
  const draft = `${file}.${process.pid}`
  try {
    writeFileSync(draft, content, { mode: 0o600 })
    for (let attempt = 0; attempt < 20; attempt++) {
      if (tryLink(draft, file)) return { release: () => release(file, content) }
      const found = read(file)
      if (found === undefined) continue
      const holder = parse(found)
      if (holder && isAlive(holder)) {
        throw new AppError('DATA_DIR_IN_USE', { params: { pid: holder.pid, directory: dirname(file) } })
      }
      removeStale(file, found)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  throw new AppError('DATA_DIR_IN_USE', { params: { pid: 'unknown', directory: dirname(file) } })
}

/** A link either appears with its whole content or not at all, so nobody ever reads a lock that is half written. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves the dead process's lock aside; if another process was quicker and it is a live one by now, puts it back. */
function removeStale(file: string, expected: string) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (read(aside) !== expected) tryLink(aside, file)
  rmSync(aside, { force: true })
}

function release(file: string, content: string) {
  if (read(file) === content) rmSync(file, { force: true })
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parse(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder>
    return typeof value.pid === 'number' ? { pid: value.pid, started: value.started ?? null } : undefined
  } catch {
    return undefined // a file that is not ours to understand is treated as left over
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  // A process that was killed but not yet waited for still has a pid; it holds nothing any more.
  if (stateOf(pid) === 'Z') return false
  return started === null || startOf(pid) === started
}

/** Boot id and start time in clock ticks: Linux only. */
function startOf(pid: number): string | null {
  const fields = statOf(pid)
  if (!fields) return null
  return `${read('/proc/sys/kernel/random/boot_id')?.trim()}:${fields[19]}`
}

function stateOf(pid: number): string | undefined {
  return statOf(pid)?.[0]
}

/** /proc/PID/stat from the third field on: the second is the name in parentheses and may hold anything. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined // not Linux, or the process is gone
  }
}
