/** Work that must be done in the end: again, after pauses that grow, for as long as it fails. */
export interface Retries {
  /** Does it now, and again later while it fails or answers false. Never rejects. */
  run(key: string, work: () => Promise<boolean>): Promise<void>
  /** Does it after a pause. The newest work of a key replaces what waits. */
  later(key: string, work: () => Promise<boolean>): void
  stop(): void
}

export interface RetriesOptions {
  /** The first pause; each later one is twice as long, up to five minutes. */
  readonly firstMs: number
  readonly log: (message: string) => void
}

const longestMs = 300_000

export function createRetries({ firstMs, log }: RetriesOptions): Retries {
  const failures = new Map<string, number>()
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false

  function forget(key: string) {
    clearTimeout(timers.get(key))
    timers.delete(key)
  }

  async function run(key: string, work: () => Promise<boolean>): Promise<void> {
    forget(key)
    let done = false
    try {
      done = await work()
    } catch (error) {
      if (!stopped) log(`${key} failed and is tried again: ${String(error)}`)
    }
    if (!done) return later(key, work)
    forget(key)
    failures.delete(key)
  }

  function later(key: string, work: () => Promise<boolean>) {
    if (stopped) return
    forget(key)
    const before = failures.get(key) ?? 0
    failures.set(key, before + 1)
    const timer = setTimeout(() => void run(key, work), Math.min(firstMs * 2 ** before, longestMs))
    timers.set(key, timer.unref())
  }

  return {
    run,
    later,
    stop() {
      stopped = true
      for (const key of timers.keys()) forget(key)
    },
  }
}
