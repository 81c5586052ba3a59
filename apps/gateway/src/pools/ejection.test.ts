import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterCall, goodStanding, isEjected, type Standing } from './ejection.ts'

const rules = { failures: 3, forMs: 1_000, maxMs: 5_000 }

function failing(standing: Standing, times: number, now: number): Standing {
  let next = standing
  for (let i = 0; i < times; i++) next = afterCall(next, true, rules, now)
  return next
}

test('a target is left out after so many failures in a row, and not before', () => {
  expect(isEjected(failing(goodStanding, 2, 0), 0)).toBe(false)
  const out = failing(goodStanding, 3, 0)
  expect(isEjected(out, 999)).toBe(true)
  expect(isEjected(out, 1_000)).toBe(false)
})

test('a success between failures begins the count anew', () => {
  const standing = afterCall(failing(goodStanding, 2, 0), false, rules, 0)
  expect(isEjected(failing(standing, 2, 0), 0)).toBe(false)
})

test('the time doubles with each failure after a return, up to the longest', () => {
  let standing = failing(goodStanding, 3, 0)
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const now = standing.until
    standing = afterCall(standing, true, rules, now)
    times.push(standing.until - now)
  }
  expect(times).toEqual([2_000, 4_000, 5_000, 5_000, 5_000])
})

test('a success after the return forgets how often it was left out', () => {
  const out = failing(goodStanding, 3, 0)
  expect(afterCall(out, false, rules, 1_000)).toEqual(goodStanding)
})

test('calls that end while it is left out change nothing', () => {
  const out = failing(goodStanding, 3, 0)
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 0, max: 999 }), (hasFailed, now) => {
      expect(afterCall(out, hasFailed, rules, now)).toBe(out)
    }),
  )
})

test('without rules nothing is ever left out', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (calls) => {
      let standing = goodStanding
      for (const hasFailed of calls) standing = afterCall(standing, hasFailed, undefined, 0)
      expect(standing).toBe(goodStanding)
    }),
  )
})
