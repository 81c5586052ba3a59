/**
 * Makes of many callers one: who asks for a key while it is being worked on gets the answer of that work, failure
 * included. Nothing is kept once it has settled.
 */
export function createInFlight<T>(): (key: string, start: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  return (key, start) => {
    const known = running.get(key)
    if (known) return known
    const started = start().finally(() => running.delete(key))
    running.set(key, started)
    return started
  }
}
