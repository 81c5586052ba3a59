import { readdirSync, readFileSync } from 'node:fs'

/** A process and its descendants, from the kernel's table. Linux. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const stat = read(`/proc/${entry}/stat`)
    if (stat === null) continue
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
  }
  const found: number[] = []
  const walk = (pid: number) => {
    found.push(pid)
    children.get(pid)?.forEach(walk)
  }
  walk(root)
  return found
}

/** Nanoseconds that these processes have run on a processor, all of their threads. */
export function cpuNanoseconds(pids: readonly number[]): number {
  let sum = 0
  for (const pid of pids)
    for (const thread of list(`/proc/${pid}/task`))
      sum += Number(read(`/proc/${pid}/task/${thread}/schedstat`)?.split(' ')[0] ?? 0)
  return sum
}

/** Clock ticks that these processes have run, and those of them in the kernel for them (proc(5): `utime`, `stime`). */
export function cpuTicks(pids: readonly number[]): { readonly all: number; readonly kernel: number } {
  let [user, kernel] = [0, 0]
  for (const pid of pids) {
    const stat = read(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, '')
      .split(' ')
    user += Number(stat?.[11] ?? 0)
    kernel += Number(stat?.[12] ?? 0)
  }
  return { all: user + kernel, kernel }
}

/** Megabytes that these processes hold, shared pages divided among those that share them. */
export function memoryMegabytes(pids: readonly number[]): number {
  return pids.reduce(
    (sum, pid) =>
      sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0) / 1024,
    0,
  )
}

/** The command line of a process, its arguments apart. */
export function commandLine(pid: number): readonly string[] {
  return (read(`/proc/${pid}/cmdline`) ?? '').split('\0')
}

/** Null for what ended while it was looked at. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return null
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
