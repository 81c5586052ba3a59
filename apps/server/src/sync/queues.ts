/** Work that is done one after another for each key, and work that waits until a key has been quiet. */
export interface Queues {
  /** After what the key has running; rejects as the work does. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** After `delayMs` without another call for this key. Failures go to the log. */
  later(key: string, delayMs: number, work: () => Promise<void>): void
  /** Drops what waits, and answers when what runs is done. */
  stop(): Promise<void>
}

export function createQueues(log: (message: string) => void): Queues {
  const tails = new Map<string, Promise<void>>()
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false

  function run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (tails.get(key) ?? Promise.resolve()).then(work)
    const tail = mine
      .then(
        () => {},
        () => {}, // whoever asked for it hears of it
      )
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
    tails.set(key, tail)
    return mine
  }

  return {
    run,
    later(key, delayMs, work) {
      if (stopped) return
      clearTimeout(timers.get(key))
      const timer = setTimeout(() => {
        timers.delete(key)
        run(key, work).catch((error: unknown) => {
          if (!stopped) log(`background work for ${key} failed: ${String(error)}`)
        })
      }, delayMs)
      timers.set(key, timer)
    },
    async stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      await Promise.all(tails.values())
    },
  }
}
