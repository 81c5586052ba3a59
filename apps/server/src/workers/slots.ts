import { AppError } from '@penstock/errors'

export interface SlotsOptions {
  /** So many run at once. */
  readonly count: number
  /** So many wait; one more is refused. Each holds on to what it is to work on. */
  readonly waitingMax: number
  /** What runs, in words for whom it refuses. */
  readonly what: string
}

/** Lets so many run at once; who comes later waits, first come first served. Throws SERVER_BUSY when too many wait. */
export function createSlots({
  count,
  waitingMax,
  what,
}: SlotsOptions): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = count
  return async (work) => {
    if (free > 0) free--
    else if (waiting.length >= waitingMax) throw new AppError('SERVER_BUSY', { params: { what } })
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
