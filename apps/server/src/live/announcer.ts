import type { LiveEvent } from './event.ts'

/** Tells of what happens often, such as requests, at most so often: the first at once, the rest together later. */
export interface Announcer extends Disposable {
  announce(event: LiveEvent): void
}

export function createAnnouncer(publish: (event: LiveEvent) => void, everyMs: number): Announcer {
  /** Event as text → whether it happened again since it was told. Absent: it may be told at once. */
  const resting = new Map<string, boolean>()
  const timers = new Set<NodeJS.Timeout>()
  const tell = (key: string, event: LiveEvent) => {
    publish(event)
    resting.set(key, false)
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (resting.get(key)) tell(key, event)
      else resting.delete(key)
    }, everyMs)
    timers.add(timer.unref())
  }
  return {
    announce(event) {
      const key = JSON.stringify(event)
      if (resting.has(key)) resting.set(key, true)
      else tell(key, event)
    },
    [Symbol.dispose]() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
