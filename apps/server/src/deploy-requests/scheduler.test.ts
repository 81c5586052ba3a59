import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startScheduler } from './scheduler.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(runDue: () => Promise<void>) {
  const said: string[] = []
  const closing = new AbortController()
  const run = vi.fn(runDue)
  const scheduler = startScheduler({
    runDue: run,
    log: (message) => said.push(message),
    closing: closing.signal,
  })
  return { run, said, closing, scheduler }
}

test('what fell due while no server ran is looked for at the start, and then every few seconds', async () => {
  const { run, scheduler } = setUp(async () => {})
  expect(run).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(run).toHaveBeenCalledTimes(3)
  await scheduler[Symbol.asyncDispose]()
})

test('one look at a time, and one that fails is told of and followed by the next', async () => {
  let fail = (_: Error) => {}
  const { run, said, scheduler } = setUp(() => new Promise((_, reject) => (fail = reject)))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(run).toHaveBeenCalledTimes(1)
  fail(new Error('the database is away'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(said).toEqual(['Deploy requests that are due could not be looked for: the database is away'])
  expect(run).toHaveBeenCalledTimes(2)
  fail(new Error('again'))
  await scheduler[Symbol.asyncDispose]()
})

test('who is woken looks at once, and once more where it was looking already', async () => {
  let end = () => {}
  const { run, closing, scheduler } = setUp(() => new Promise((resolve) => (end = resolve)))
  scheduler.wake()
  scheduler.wake()
  expect(run).toHaveBeenCalledTimes(1)
  end()
  await vi.advanceTimersByTimeAsync(0)
  expect(run).toHaveBeenCalledTimes(2)
  end()
  await vi.advanceTimersByTimeAsync(0)
  scheduler.wake()
  expect(run).toHaveBeenCalledTimes(3)
  end()
  // It goes on as before, and not twice as often.
  await vi.advanceTimersByTimeAsync(5000)
  expect(run).toHaveBeenCalledTimes(4)
  closing.abort()
  end()
  await vi.advanceTimersByTimeAsync(0)
  scheduler.wake()
  expect(run).toHaveBeenCalledTimes(4)
  await scheduler[Symbol.asyncDispose]()
})

test('a server that closes begins no other', async () => {
  const { run, closing, scheduler } = setUp(async () => {})
  await vi.advanceTimersByTimeAsync(0)
  closing.abort()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(run).toHaveBeenCalledTimes(1)
  await scheduler[Symbol.asyncDispose]()
})
