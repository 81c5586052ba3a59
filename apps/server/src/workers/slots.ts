import { AppError } from '@penstock/errors'

export interface SlotsOptions {
  /** So many run at once. */
  readonly count: number
  /** So many wait; one more is refused. */
  readonly waitingMax: number
  /** So much waits, as `run` is told: each holds on to what it is to work on. What can't wait for that is refused. */
  readonly waitingSizeMax?: number
  /** What runs, in words for whom it refuses. */
  readonly what: string
}

export interface Slots {
  /** Throws SERVER_BUSY when too many wait, or too much. */
  run<T>(work: () => Promise<T>, size?: number): Promise<T>
  /** Whether a job begins as soon as one ends. */
  readonly isAwaited: boolean
}

interface Waiting {
  readonly size: number
  readonly start: () => void
}

/** Lets so many run at once; who comes later waits, first come first served. */
export function createSlots({
  count,
  waitingMax,
  waitingSizeMax = Number.POSITIVE_INFINITY,
  what,
}: SlotsOptions): Slots {
  const waiting: Waiting[] = []
  let waitingSize = 0
  let free = count

  function wait(size: number): Promise<void> {
    if (waiting.length >= waitingMax || waitingSize + size > waitingSizeMax)
      throw new AppError('SERVER_BUSY', { params: { what } })
    waitingSize += size
    return new Promise((start) => waiting.push({ size, start }))
  }

  return {
    get isAwaited() {
      return waiting.length > 0
    },
    async run(work, size = 0) {
      if (free > 0) free--
      else await wait(size)
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) {
          waitingSize -= next.size
          next.start()
        } else free++
      }
    },
  }
}
