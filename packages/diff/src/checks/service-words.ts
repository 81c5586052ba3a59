import type { Delta } from '../delta.ts'

export function titleIntegration({ users, target }: Delta<'integration-changed'>): string {
  return target === undefined ? `Change the integration of ${users}` : `Point ${users} at ${target}`
}

export function titleFunction({ name, hasNewCode }: Delta<'function-changed'>): string {
  return `Change ${hasNewCode ? 'the code of ' : ''}function ${name}`
}

/** Whether a limit of time or memory is lower now; where none is said, the default is higher than any that is. */
export function isLower({ from, to }: { from: unknown; to: unknown }): boolean {
  return size(to) < size(from)
}

function size(value: unknown): number {
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY
}
