import { readFileSync } from 'node:fs'

/** Resident memory of a process and its children in bytes; null where the system does not tell (no /proc). */
export function residentBytes(pid: number): number | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')
    return [String(pid), ...children].filter(Boolean).reduce((sum, each) => sum + residentOf(each), 0)
  } catch {
    return null
  }
}

function residentOf(pid: string): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096
}
