import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startHousekeeping } from './housekeeping.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minute = 60_000
const hour = 60 * minute

/** Collections that end when the test says so. */
function setUp() {
  const runs: { signal: AbortSignal; done: Deferred }[] = []
  const said: string[] = []
  const closing = new AbortController()
  const housekeeping = startHousekeeping({
    collect(signal) {
      const done = deferred()
      runs.push({ signal, done })
      return done.promise
    },
    log: (message) => said.push(message),
    closing: closing.signal,
  })
  return { runs, said, closing, housekeeping }
}

interface Deferred {
  readonly promise: Promise<void>
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

function deferred(): Deferred {
  let resolve = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<void>((...settle) => ([resolve, reject] = settle))
  return { promise, resolve, reject }
}

test('nothing is collected while a server starts, and then every six hours', async () => {
  const { runs, housekeeping } = setUp()
  await vi.advanceTimersByTimeAsync(minute)
  expect(runs.length).toBe(0)
  await vi.advanceTimersByTimeAsync(5 * minute)
  expect(runs.length).toBe(1)
  // However long one takes, none begins beside it.
  await vi.advanceTimersByTimeAsync(12 * hour)
  expect(runs.length).toBe(1)
  runs[0]!.done.resolve()
  await vi.advanceTimersByTimeAsync(6 * hour)
  expect(runs.length).toBe(2)
  runs[1]!.done.resolve()
  await housekeeping[Symbol.asyncDispose]()
})

test('one that fails is told of, and the next is tried', async () => {
  const { runs, said, housekeeping } = setUp()
  await vi.advanceTimersByTimeAsync(6 * minute)
  runs[0]!.done.reject(new Error('the lock was not to be had'))
  await vi.advanceTimersByTimeAsync(6 * hour)
  expect(said).toEqual(['What nothing refers to could not be deleted: the lock was not to be had'])
  expect(runs.length).toBe(2)
  runs[1]!.done.resolve()
  await housekeeping[Symbol.asyncDispose]()
})

test('closing tells the one that runs to stop, waits for it, and begins no other', async () => {
  const { runs, housekeeping } = setUp()
  await vi.advanceTimersByTimeAsync(6 * minute)
  let closed = false
  const disposing = Promise.resolve(housekeeping[Symbol.asyncDispose]()).then(() => {
    closed = true
  })
  expect(runs[0]!.signal.aborted).toBe(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(closed).toBe(false)
  runs[0]!.done.resolve()
  await disposing
  await vi.advanceTimersByTimeAsync(24 * hour)
  expect(runs.length).toBe(1)
})

test('a server that begins to close stops the one that runs before it waits for anything', async () => {
  const { runs, closing, housekeeping } = setUp()
  await vi.advanceTimersByTimeAsync(6 * minute)
  closing.abort()
  expect(runs[0]!.signal.aborted).toBe(true)
  runs[0]!.done.resolve()
  await vi.advanceTimersByTimeAsync(24 * hour)
  expect(runs.length).toBe(1)
  await housekeeping[Symbol.asyncDispose]()
})
