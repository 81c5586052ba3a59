import { expect, test } from 'vitest'
import { createAttempts } from './attempts.ts'

test('after the limit an attempt is refused and says how long to wait; the next window begins afresh', () => {
  let now = 0
  const attempts = createAttempts({ windowMs: 60_000, now: () => now })
  attempts.take('a', 2)
  attempts.take('a', 2)
  now = 10_000
  expect(() => attempts.take('a', 2)).toThrow('Try again in 50 seconds')
  attempts.take('b', 2)
  now = 60_000
  attempts.take('a', 2)
})

test('an attempt that was right does not count', () => {
  const attempts = createAttempts({ windowMs: 60_000, now: () => 0 })
  for (let i = 0; i < 10; i++) {
    attempts.take('a', 1)
    attempts.refund('a')
  }
  attempts.take('a', 1)
  expect(() => attempts.take('a', 1)).toThrow('Too many attempts')
})
