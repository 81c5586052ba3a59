import { expect, test } from 'vitest'
import { fullBucket, takeToken } from './token-bucket.ts'

/** How many of these calls, each at its millisecond, get a token. */
const passed = (limit: { rateLimit: number; burstLimit: number }, times: readonly number[]) => {
  const level = fullBucket(0)
  return times.filter((now) => takeToken(level, limit, now) === 0).length
}
const every = (ms: number, until: number) => Array.from({ length: until / ms }, (_, at) => at * ms)

test('a burst passes as long as the bucket holds, and then as often as it is filled', () => {
  const limit = { rateLimit: 10, burstLimit: 5 }
  expect(passed(limit, Array(20).fill(0))).toBe(5)
  // A call every millisecond for ten seconds: what the bucket held, and ten a second.
  expect(passed(limit, every(1, 10_000))).toBeGreaterThanOrEqual(103)
  expect(passed(limit, every(1, 10_000))).toBeLessThanOrEqual(105)
})

test('a bucket at rest fills up to its size and no further', () => {
  const limit = { rateLimit: 10, burstLimit: 5 }
  expect(passed(limit, [...Array(5).fill(0), ...Array(20).fill(3_600_000)])).toBe(10)
})

test('a call that gets none is told when there is one, and is served then and not before', () => {
  const limit = { rateLimit: 4, burstLimit: 1 }
  const level = fullBucket(0)
  expect(takeToken(level, limit, 0)).toBe(0)
  expect(takeToken(level, limit, 50)).toBeCloseTo(0.2)
  expect(takeToken(level, limit, 249)).toBeGreaterThan(0)
  expect(takeToken(level, limit, 251)).toBe(0)
})

test('a bucket that nothing fits in, or that is never filled again, says that waiting helps nobody', () => {
  expect(takeToken(fullBucket(0), { rateLimit: 10, burstLimit: 0 }, 0)).toBe(Number.POSITIVE_INFINITY)
  const level = fullBucket(0)
  expect(takeToken(level, { rateLimit: 0, burstLimit: 1 }, 0)).toBe(0)
  expect(takeToken(level, { rateLimit: 0, burstLimit: 1 }, 1e9)).toBe(Number.POSITIVE_INFINITY)
})

test('a clock that goes back gives nothing away', () => {
  const limit = { rateLimit: 1, burstLimit: 1 }
  const level = fullBucket(5_000)
  expect(takeToken(level, limit, 5_000)).toBe(0)
  expect(takeToken(level, limit, 0)).toBeGreaterThan(0)
  expect(takeToken(level, limit, 5_500)).toBeGreaterThan(0)
})
