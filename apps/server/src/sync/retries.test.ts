import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRetries } from './retries.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what fails is done again after pauses that double, until it is done', async () => {
  const log: string[] = []
  const retries = createRetries({ firstMs: 1000, log: (message) => log.push(message) })
  const at: number[] = []
  const start = Date.now()
  await retries.run('work', async () => {
    at.push(Date.now() - start)
    if (at.length === 1) throw new Error('no disk')
    return at.length > 3
  })
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(at).toEqual([0, 1000, 3000, 7000])
  expect(log).toEqual(['work failed and is tried again: Error: no disk'])
})

test('nothing is done after the end', async () => {
  const retries = createRetries({ firstMs: 1000, log: () => {} })
  const work = vi.fn(async () => false)
  await retries.run('work', work)
  retries.stop()
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(work).toHaveBeenCalledOnce()
})
