import { wrap } from 'comlink'

/** What a worker offers, as promises. */
export type Calls<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never
}

/** A worker, and a way to call it that fails where the worker does. */
export interface Thread<T> {
  readonly api: Calls<T>
  terminate(): void
}

/**
 * Calls what a worker offers. A worker that can't be started (after an update of the server its file has another name)
 * or that breaks down answers nothing any more: whoever waits for it, or asks it later, is told.
 */
export function startThread<T extends object>(worker: Worker): Thread<T> {
  const waiting = new Set<(reason: Error) => void>()
  let failure: Error | null = null
  const fail = (message: string) => {
    failure ??= new Error(message)
    for (const reject of waiting) reject(failure)
    waiting.clear()
  }
  worker.addEventListener('error', (event) => fail(event.message || 'The worker could not be loaded.'))
  worker.addEventListener('messageerror', () => fail('The worker said what can not be read.'))
  const remote = wrap<T>(worker) as unknown as Calls<T>
  const api = new Proxy(remote, {
    get:
      (_, name) =>
      (...args: never[]) =>
        new Promise((resolve, reject) => {
          if (failure) return reject(failure)
          waiting.add(reject)
          const call = remote[name as keyof Calls<T>] as unknown as (...args: never[]) => Promise<unknown>
          call(...args)
            .finally(() => waiting.delete(reject))
            .then(resolve, reject)
        }),
  })
  return { api, terminate: () => worker.terminate() }
}
