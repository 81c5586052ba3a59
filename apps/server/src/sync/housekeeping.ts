export interface HousekeepingOptions {
  /** Deletes what nothing refers to any more, and stops early when it is told to. */
  readonly collect: (signal: AbortSignal) => Promise<unknown>
  readonly log: (message: string) => void
  /** The server closes: what runs stops, though the rest of the server may still take a while. */
  readonly closing: AbortSignal
}

/** A server that starts has better things to do, above all for those who waited for it. */
const firstMs = 5 * 60 * 1000
const everyMs = 6 * 60 * 60 * 1000

/** Collects minutes after the start and then every six hours. What fails is told of and tried the next time. */
export function startHousekeeping({ collect, log, closing }: HousekeepingOptions): AsyncDisposable {
  const stop = new AbortController()
  const signal = AbortSignal.any([closing, stop.signal])
  let running: Promise<void> = Promise.resolve()
  let timer = later(firstMs)

  function later(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      running = run()
    }, ms).unref()
  }

  async function run() {
    if (signal.aborted) return
    try {
      await collect(signal)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log(`What nothing refers to could not be deleted: ${reason}`)
    }
    if (!signal.aborted) timer = later(everyMs)
  }

  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      clearTimeout(timer)
      await running
    },
  }
}
