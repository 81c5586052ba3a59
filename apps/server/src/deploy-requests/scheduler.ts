export interface SchedulerOptions {
  /** Deploys what is due, and stops early when it is told to. */
  readonly runDue: (signal: AbortSignal) => Promise<void>
  readonly log: (message: string) => void
  /** The server closes: nothing more is begun. */
  readonly closing: AbortSignal
}

export interface Scheduler extends AsyncDisposable {
  /** Has it look now, since something may have become due; where it is looking already, once more after that. */
  wake(): void
}

/** A deployment at a time of day is not late by a few seconds. */
const everyMs = 5000

/**
 * Looks for deploy requests whose time has come, at the start (what fell due while no server ran is not lost) and then
 * every few seconds. What fails is told of and tried the next time.
 */
export function startScheduler({ runDue, log, closing }: SchedulerOptions): Scheduler {
  const stop = new AbortController()
  const signal = AbortSignal.any([closing, stop.signal])
  /** Absent while it looks. */
  let timer: NodeJS.Timeout | undefined
  let isWoken = false
  let running = run()

  async function run() {
    timer = undefined
    do {
      if (signal.aborted) return
      isWoken = false
      try {
        await runDue(signal)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        log(`Deploy requests that are due could not be looked for: ${reason}`)
      }
    } while (isWoken)
    if (signal.aborted) return
    timer = setTimeout(() => {
      running = run()
    }, everyMs).unref()
  }

  return {
    wake() {
      isWoken = true
      if (timer === undefined) return
      clearTimeout(timer)
      running = run()
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      clearTimeout(timer)
      await running
    },
  }
}
